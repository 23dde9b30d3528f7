-- Bytes of a row with its share of the indexes, partitions together: whole tables, so what vacuum leaves free counts as well.
select t.name, t.rows, t.bytes / t.rows as bytes_of_a_row
  from (select coalesce(p.relid, c.oid::regclass)::text as name, sum(c.reltuples)::bigint as rows,
               sum(pg_total_relation_size(c.oid))::bigint as bytes
          from pg_class c left join lateral (select pg_partition_root(c.oid) as relid) p on true
         where c.relnamespace = 'athena'::regnamespace and c.relkind = 'r'
         group by 1) t
 where t.rows >= 1000
 order by t.name;
