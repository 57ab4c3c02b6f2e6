-- The answers: copies out, days and weeks in. Everything else reads from here. `rows` is the table or view the exports were loaded into.
create view answers as
select answer_id, person, team, cast(answered_at as timestamp) as answered_at, item, topic, level, type, key_hash, first, outcome,
       cast(credit as double precision) as credit, cast(guess as double precision) as guess, hinted, flagged, marked_by, elapsed_ms, chosen
from (select *, row_number() over (partition by answer_id order by answered_at) as copy from rows) as numbered
where copy = 1 and outcome in ('answered', 'skipped');

-- What says something about people and items: the first time each person met each item.
create view first_attempts as
select * from answers where first;
