-- PostgreSQL 14 and later: a table for the rows, filled by `npm run team:postgres -- class-folder` or by COPY.
create table rows (
  answer_id text, person text collate "C", team text, answered_at timestamp, item text collate "C", topic text collate "C", level text,
  type text, key_hash text, first boolean, outcome text, credit double precision, guess double precision, hinted boolean,
  flagged boolean, marked_by text, elapsed_ms bigint, chosen text[]);
