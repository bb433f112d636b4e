-- What happened to each mail. id and mail are queue ids as numbers; number is in the order of
-- writing, and has its time in the upper bits, so that what is old goes by ranges of it.
create table trace_mail (
  id bigint primary key,
  accepted timestamp(3) with time zone not null,
  sender varchar(330) not null,
  subject varchar(200) not null,
  bytes bigint not null,
  client varchar(64) not null,
  helo varchar(300) not null,
  protocol varchar(40) not null,
  recipients integer not null,
  parent bigint
);

-- What is searched: a row for each recipient. Keys are normalised addresses, and their domains.
create table trace_recipient (
  number bigint primary key,
  mail bigint not null,
  accepted timestamp(3) with time zone not null,
  recipient varchar(330) not null,
  sender_key varchar(330) ${binary} not null,
  sender_domain varchar(255) ${binary} not null,
  recipient_key varchar(330) ${binary} not null,
  recipient_domain varchar(255) ${binary} not null
);
create index trace_recipient_mail on trace_recipient (mail, number);
create index trace_recipient_accepted on trace_recipient (accepted desc, number desc);
create index trace_recipient_sender on trace_recipient (sender_key, accepted desc, number desc);
create index trace_recipient_from on trace_recipient (sender_domain, accepted desc, number desc);
create index trace_recipient_recipient on trace_recipient (recipient_key, accepted desc, number desc);
create index trace_recipient_to on trace_recipient (recipient_domain, accepted desc, number desc);

-- The words of subjects.
create table trace_word (
  number bigint primary key,
  word varchar(40) ${binary} not null,
  accepted timestamp(3) with time zone not null,
  mail bigint not null
);
create index trace_word_word on trace_word (word, accepted desc, mail);

create table trace_event (
  number bigint primary key,
  mail bigint not null,
  happened timestamp(3) with time zone not null,
  kind varchar(16) not null,
  recipient varchar(330) not null,
  recipient_key varchar(330) ${binary} not null,
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
