-- Each hub on this database, as it last told of itself. Times are milliseconds since 1970.
create table hub_node (
  name varchar(255) primary key,
  version varchar(100) not null,
  since bigint not null,
  intake varchar(20) not null,
  relaying varchar(20) not null,
  seen bigint not null
);

-- Whose hub it is, in the words of who set it up; empty until somebody says it.
alter table directory_state add column organisation varchar(200) default '' not null;
