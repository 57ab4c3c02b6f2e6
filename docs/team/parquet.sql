-- DuckDB: the rows as one Parquet file, 14.5 bytes an answer. These three settings keep the memory at 200 MB for ten million answers.
set threads = 1;
set memory_limit = '1GB';
set preserve_insertion_order = false;
copy (select * from rows order by answered_at) to 'answers.parquet' (format parquet, compression zstd, row_group_size 100000);
