-- What each hub counted, by the minute for a day and by the quarter of an hour for a week: charts
-- go on after a restart. step is in seconds, 60 or 900; happened is the end of it, in milliseconds
-- since 1970; seconds is how long it was counted. Levels are the highest that were seen.
create table metric_point (
  node varchar(255) not null,
  step integer not null,
  happened bigint not null,
  seconds bigint not null,
  accepted bigint not null,
  octets bigint not null,
  delivered bigint not null,
  relayed bigint not null,
  deferred bigint not null,
  failed bigint not null,
  refused bigint not null,
  queued bigint not null,
  oldest bigint not null,
  sessions bigint not null,
  disk double precision not null,
  primary key (node, step, happened)
);
