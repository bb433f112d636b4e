package org.mailroom.access;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.imap.MessageData;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mime.MimeStructure;
import org.mailroom.store.MessageRow;

/** A message in the store. */
record StoredMessageData(MessageRow row) implements MessageData {

  @Override
  public long uid() {
    return row.uid();
  }

  @Override
  public long modseq() {
    return row.modseq();
  }

  @Override
  public MessageFlags flags() {
    return row.flags();
  }

  @Override
  public Instant internalDate() {
    return row.internalDate();
  }

  @Override
  public long size() {
    return row.size();
  }

  @Override
  public MimeStructure structure() {
    return row.structure();
  }

  @Override
  public List<String> fields(String name) {
    return row.fields(name);
  }

  @Override
  public Optional<byte[]> header(Set<String> names) {
    return row.header(names);
  }

  @Override
  public Optional<byte[]> envelope() {
    return row.envelope();
  }

  @Override
  public Optional<byte[]> bodyStructure() {
    return row.bodyStructure();
  }

  @Override
  public Optional<LocalDate> sentOn() {
    return row.sentOn();
  }

  @Override
  public InputStream open(long offset) {
    return row.open(offset);
  }
}
