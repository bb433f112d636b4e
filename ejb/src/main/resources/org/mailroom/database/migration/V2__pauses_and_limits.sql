-- What people stopped or limited, until they or the time end it.
create table standing_pause (
  subject varchar(2000) primary key,
  actor varchar(200) not null,
  reason varchar(1000) not null,
  since timestamp(6) with time zone not null,
  until timestamp(6) with time zone
);

create table standing_limit (
  next_hop varchar(2000) primary key,
  connections integer,
  per_minute integer,
  actor varchar(200) not null,
  reason varchar(1000) not null,
  since timestamp(6) with time zone not null
);
