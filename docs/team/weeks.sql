-- The whole group by week, as `report --from` has it; where fewer than five people answered no credit is told.
select cast(date_trunc('week', answered_at) as date) as week, count(distinct person) as people, count(*) as answers,
       sum(case when first then 1 else 0 end) as counted,
       case when count(distinct person) >= 5 then avg(case when first then credit end) end as credit
from answers
group by date_trunc('week', answered_at)
order by week;
