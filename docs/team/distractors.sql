-- Which option was picked by whom: picks, and the share of each third of the people (low, middle, high) that picked it.
-- `picks` is made by load-duckdb.sql or load-postgres.sql: one row an option of an answer.
with people as (
  select person,
         ntile(3) over (order by round(cast(sum(credit) / count(*) as numeric(20, 12)), 9), person) as third
  from first_attempts group by person
), answered as (
  select item, count(*) as all_people,
         sum(case when third = 1 then 1 else 0 end) as low_people,
         sum(case when third = 2 then 1 else 0 end) as middle_people,
         sum(case when third = 3 then 1 else 0 end) as high_people
  from first_attempts join people on people.person = first_attempts.person
  where outcome = 'answered' group by item
)
select picks.item, picks.picked, count(*) as picks, count(*) * 1.0 / max(all_people) as share,
       sum(case when third = 1 then 1.0 else 0 end) / nullif(max(low_people), 0) as low_third,
       sum(case when third = 2 then 1.0 else 0 end) / nullif(max(middle_people), 0) as middle_third,
       sum(case when third = 3 then 1.0 else 0 end) / nullif(max(high_people), 0) as high_third
from picks join people on people.person = picks.person join answered on answered.item = picks.item
group by picks.item, picks.picked
order by picks.item, picks.picked;
