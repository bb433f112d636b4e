-- The account that the client logged in to, by its address; the empty text when it did not.
alter table trace_mail add column submitter varchar(330) default '' not null;
