create view picks as
select item, person, unnest(chosen) collate "C" as picked from first_attempts where chosen is not null;
