-- What FETCH says of a content, so that it isn't put together for each who asks; a content that has
-- none is read for it. Apart from the contents, whose rows are long.
create table content_text (
  content_id bigint primary key references message_content,
  size bigint not null,
  envelope varchar(8000) not null,
  body_structure varchar(8000) not null
);

-- The day that the Date field names, in days since 1970, else that of the arrival in UTC; null
-- where nobody has looked.
alter table stored_message add column sent_on integer;
