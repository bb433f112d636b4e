-- Texts that are read by the hundred thousand are octets (UTF-8): H2 reads texts a character at a
-- time.

-- What FETCH says of a content, so that it isn't put together for each who asks; a content that has
-- none is read for it. Apart from the contents, whose rows are long.
create table content_text (
  content_id bigint primary key references message_content,
  size bigint not null,
  envelope bytea not null,
  body_structure bytea not null
);

-- The structure of a content; the other column has those that are long, or were written before.
alter table message_content add column small_structure bytea;
alter table message_content alter column structure drop not null;

-- The day that the Date field names, in days since 1970, else that of the arrival in UTC; null
-- where nobody has looked.
alter table stored_message add column sent_on integer;
