-- Chance of each person in each topic to answer a new intermediate question right, with an 80 % interval: as `report --from` has it.
-- An ability is weighed on a grid from -4 to 4; a curve per level rises from guessing to 1 - slip (src/learner/ability-grid.ts).
with recursive grid(node, ability) as (
  select 0, cast(-4 as double precision)
  union all
  select node + 1, cast(-4 + (node + 1) / 4.0 as double precision) from grid where node < 32
), told as (
  select person, topic, credit,
         case level when 'foundation' then -1.0 when 'intermediate' then 0.0 else 1.0 end as difficulty,
         greatest(least(guess, 0.99), case when marked_by = 'key' then 0 else 0.1 end) as floor_chance,
         case when marked_by = 'key' then 0.03 else 0.1 end as slip
  from first_attempts
), counts as (
  select person, topic, difficulty, floor_chance, slip, count(*) as attempts, sum(credit) as credit
  from told group by person, topic, difficulty, floor_chance, slip
), likelihoods as (
  select person, topic, ability,
         sum(credit * ln(chance) + (attempts - credit) * ln(1 - chance)) - ability * ability / (2 * 1.855) as weight
  from (
    select person, topic, ability, attempts, credit,
           floor_chance + (1 - floor_chance - slip) / (1 + exp(-0.9 * (ability - difficulty))) as chance
    from counts cross join grid
  ) as curves
  group by person, topic, ability
), weights as (
  select person, topic, ability, exp(weight - max(weight) over (partition by person, topic)) as weight from likelihoods
), moments as (
  select person, topic, sum(weight * ability) / sum(weight) as ability,
         sum(weight * ability * ability) / sum(weight) as square,
         sum(weight * 0.97 / (1 + exp(-0.9 * ability))) / sum(weight) as chance
  from weights group by person, topic
)
select moments.person, moments.topic, tallies.counted, tallies.credit, moments.chance,
       0.97 / (1 + exp(-0.9 * (ability - 1.2816 * sqrt(greatest(square - ability * ability, 0))))) as low,
       0.97 / (1 + exp(-0.9 * (ability + 1.2816 * sqrt(greatest(square - ability * ability, 0))))) as high
from moments
join (select person, topic, count(*) as counted, avg(credit) as credit from first_attempts group by person, topic) as tallies
  on tallies.person = moments.person and tallies.topic = moments.topic
order by moments.person, moments.topic;
