-- Traces as they are cheap to write: what costs is the number of entries in tables and indexes.
-- Those of the form before are dropped, as no release had it.
drop table trace_mail;
drop table trace_recipient;
drop table trace_word;
drop table trace_event;

-- A row for each recipient of a mail, with the mail itself, of which the later recipients have only
-- what a search shows, and with the first outcome, if it came soon. mail is a queue id as a number.
-- number is in the order of acceptance and has its time in the upper bits, as queue ids have it;
-- those of a mail follow each other. Times are milliseconds since 1970. Keys are normalised addresses;
-- an address is null when it is written like its key.
create table trace_recipient (
  number bigint primary key,
  mail bigint not null,
  nth integer not null,
  accepted bigint not null,
  sender_key varchar(330) ${binary} not null,
  recipient_key varchar(330) ${binary} not null,
  sender varchar(330),
  recipient varchar(330),
  subject varchar(200) not null,
  bytes bigint not null,
  client varchar(64),
  submitter varchar(330),
  helo varchar(300),
  protocol varchar(40),
  recipients integer,
  parent bigint,
  kind varchar(16),
  happened bigint,
  attempt integer,
  next_hop varchar(300),
  remote_mta varchar(300),
  stage varchar(16),
  status varchar(12),
  words varchar(500),
  is_reply boolean
);

-- Where mails are that were accepted long after they got their ids: number doesn't tell.
create table trace_late (
  id bigint primary key,
  number bigint not null
);

-- What mails are found by: addresses and domains (< of senders, > of recipients, a domain with @),
-- words of subjects, and * for all. One row for a block of some hundred recipients that were written
-- together, with the first and the last of them that has it.
create table trace_key (
  number bigint primary key,
  name varchar(331) ${binary} not null,
  first_number bigint not null,
  last_number bigint not null
);
create index trace_key_name on trace_key (name, first_number desc, last_number);

-- What happened later.
create table trace_event (
  number bigint primary key,
  mail bigint not null,
  recipient varchar(330) not null,
  recipient_key varchar(330) ${binary} not null,
  kind varchar(16) not null,
  happened bigint not null,
  attempt integer not null,
  next_hop varchar(300) not null,
  remote_mta varchar(300) not null,
  stage varchar(16) not null,
  status varchar(12) not null,
  words varchar(500) not null,
  is_reply boolean not null,
  actor varchar(200) not null,
  detail varchar(500) not null,
  child bigint
);
create index trace_event_mail on trace_event (mail, recipient_key, number desc);
