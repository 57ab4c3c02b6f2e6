-- Teams by week: people, answers, mean credit of first attempts. Fewer than five people are not told.
select team, cast(date_trunc('week', answered_at) as date) as week, count(distinct person) as people, count(*) as answers,
       avg(case when first then credit end) as credit
from answers where team is not null
group by team, date_trunc('week', answered_at)
having count(distinct person) >= 5
order by team, week;
