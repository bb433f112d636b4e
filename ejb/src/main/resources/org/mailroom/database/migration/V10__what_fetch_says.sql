-- What FETCH says of the structure of a message, so that it isn't put together for each who asks;
-- null where it is.
alter table message_content add column envelope varchar(8000);
alter table message_content add column body_structure varchar(8000);

-- The day that the Date field names, in days since 1970, else that of the arrival in UTC; null
-- where nobody has looked.
alter table stored_message add column sent_on integer;
