-- Capabilities of IMAP that the programs of an account aren't told of, with spaces between.
alter table directory_account add column imap_off varchar(1000) default '' not null;
