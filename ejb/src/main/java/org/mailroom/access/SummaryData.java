package org.mailroom.access;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mailroom.imap.MessageData;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mime.MimeStructure;
import org.mailroom.store.MessageSummary;

/** A message whose content nobody asks for. */
record SummaryData(MessageSummary summary) implements MessageData {

  @Override
  public long uid() {
    return summary.uid();
  }

  @Override
  public long modseq() {
    return summary.modseq();
  }

  @Override
  public MessageFlags flags() {
    return summary.flags();
  }

  @Override
  public Instant internalDate() {
    return summary.internalDate();
  }

  @Override
  public long size() {
    return summary.size();
  }

  @Override
  public Optional<LocalDate> sentOn() {
    return summary.sentOn();
  }

  @Override
  public MimeStructure structure() {
    throw new IllegalStateException("The content was not asked for");
  }

  @Override
  public InputStream open(long offset) {
    throw new IllegalStateException("The content was not asked for");
  }
}
