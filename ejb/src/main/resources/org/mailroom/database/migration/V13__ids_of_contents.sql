-- Ids of contents are known before their rows are written, so that the rows go to the database together.
-- A value of the sequence stands for it and the 49 ids before it.
create sequence message_content_ids increment by 50;
${restart_message_content_ids};
