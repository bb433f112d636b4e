package org.mailroom.store;

import java.io.InputStream;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.mime.MimeStructure;
import org.mailroom.text.MessageOctets;

/** A content as a message without a trace; one chunk of it is in memory. */
record StoredContent(Database database, long id, long size, MimeStructure structure)
    implements MessageOctets {

  @Override
  public InputStream open(long offset) {
    return new StoredOctets(database, Trace.NONE, id, size, Optional.empty(), offset);
  }
}
