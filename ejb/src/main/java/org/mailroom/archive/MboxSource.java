package org.mailroom.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mailroom.mail.CrlfOutput;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.archive.MboxReader;

/** An mbox file, for one mailbox. */
record MboxSource(InputStream in, MailboxName mailbox) implements Source {

  @Override
  public void copyTo(Incoming incoming) throws IOException {
    MboxReader mbox = new MboxReader(in);
    while (mbox.next()) {
      incoming.into(mailbox, Optional.empty(), true);
      try (HashedContent.Builder content = incoming.newContent()) {
        CrlfOutput lines = content.lines();
        mbox.copyTo(lines);
        lines.flush();
        incoming.add(mbox.flags(), mbox.date(), content);
      }
    }
    incoming.flush();
  }
}
