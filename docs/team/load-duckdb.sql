-- DuckDB: the exports as a view, read where they lie (.ndjson and .ndjson.gz). Put your folder in the place of class-folder.
create view rows as
select * from read_json('class-folder/*.ndjson*', format = 'newline_delimited', columns = {
  answer_id: 'VARCHAR', person: 'VARCHAR', team: 'VARCHAR', answered_at: 'TIMESTAMP', item: 'VARCHAR', topic: 'VARCHAR', level: 'VARCHAR',
  type: 'VARCHAR', key_hash: 'VARCHAR', first: 'BOOLEAN', outcome: 'VARCHAR', credit: 'DOUBLE', guess: 'DOUBLE', hinted: 'BOOLEAN',
  flagged: 'BOOLEAN', marked_by: 'VARCHAR', elapsed_ms: 'BIGINT', chosen: 'VARCHAR[]' });
