-- How often an item is still known so many days after it was asked before. Fewer than five people are not told.
with repeats as (
  select person, credit,
         date_part('epoch', answered_at - lag(answered_at) over (partition by person, item order by answered_at, answer_id)) / 86400 as days
  from answers
)
select case when days < 3 then '1 to 3' when days < 7 then '3 to 7' when days < 21 then '7 to 21' else '21 and more' end as days_between,
       count(*) as repeats, count(distinct person) as people, avg(case when credit >= 0.5 then 1.0 else 0.0 end) as remembered
from repeats where days >= 1
group by 1
having count(distinct person) >= 5
order by min(days);
