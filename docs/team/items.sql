-- Each item: facility, in all and by thirds of the people; discrimination (point-biserial, and corrected for the item itself); time; hints; flags.
with people as (
  select person, sum(credit) as credit, count(*) as attempts,
         ntile(3) over (order by round(cast(sum(credit) / count(*) as numeric(20, 12)), 9), person) as third
  from first_attempts group by person
)
select first_attempts.item, count(*) as attempts, avg(first_attempts.credit) as facility,
       avg(case when third = 1 then first_attempts.credit end) as low_third,
       avg(case when third = 2 then first_attempts.credit end) as middle_third,
       avg(case when third = 3 then first_attempts.credit end) as high_third,
       corr(first_attempts.credit, people.credit / people.attempts) as point_biserial,
       corr(first_attempts.credit, case when people.attempts > 1 then (people.credit - first_attempts.credit) / (people.attempts - 1) end) as discrimination,
       percentile_cont(0.5) within group (order by case when outcome = 'answered' then cast(elapsed_ms as double precision) end) as median_ms,
       avg(case when hinted then 1.0 else 0.0 end) as hinted, avg(case when flagged then 1.0 else 0.0 end) as flagged
from first_attempts join people on people.person = first_attempts.person
group by first_attempts.item
order by first_attempts.item;
