-- What IMAP sessions ask besides: which UIDs went, and when.
create table expunged_message (
  mailbox_id bigint not null references mailbox,
  uid bigint not null,
  modseq bigint not null,
  primary key (mailbox_id, uid)
);
create index expunged_message_modseq on expunged_message (mailbox_id, modseq);

-- Names that clients show; a mailbox of the name need not be there.
create table subscription (
  account_id bigint not null references mail_account,
  name varchar(500) not null,
  primary key (account_id, name)
);

-- Every account has the inbox and a mailbox for each special use.
update mailbox set special_use = '\Drafts' where name = 'Drafts';
update mailbox set special_use = '\Sent' where name = 'Sent';
update mailbox set special_use = '\Junk' where name = 'Junk';
update mailbox set special_use = '\Trash' where name = 'Trash';
update mailbox set special_use = '\Archive' where name = 'Archive';
update mailbox set subscribed = true where special_use is not null;
insert into mailbox
    (account_id, name, uid_validity, uid_next, highest_modseq, special_use, subscribed)
  select a.account_id, n.name, a.next_uid_validity + n.place, 1, 1, n.special_use, true
  from mail_account a
  cross join (values
    ('INBOX', 0, cast(null as varchar(20))),
    ('Drafts', 1, '\Drafts'),
    ('Sent', 2, '\Sent'),
    ('Junk', 3, '\Junk'),
    ('Trash', 4, '\Trash'),
    ('Archive', 5, '\Archive')) as n (name, place, special_use)
  where not exists
    (select 1 from mailbox m where m.account_id = a.account_id and m.name = n.name);
update mail_account set next_uid_validity = next_uid_validity + 6;

insert into subscription (account_id, name)
  select account_id, name from mailbox where subscribed;
alter table mailbox drop column subscribed;
