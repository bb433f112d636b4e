package org.mailroom.imap.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.session.SessionWire;

/**
 * Tells news to a client that waits for them (RFC 9051, 6.3.13). The session's own thread reads and
 * writes nothing meanwhile; each time something has happened a thread aside writes, one at a time.
 */
final class Idling {

  private static final Logger LOG = System.getLogger(Idling.class.getName());

  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicBoolean due = new AtomicBoolean();
  private final SessionWire wire;
  private final Selection selection;
  private final Set<Extension> enabled;
  private boolean over;

  Idling(ImapSession session) {
    this.wire = session.wire();
    this.selection = session.selection();
    this.enabled = session.enabled();
  }

  /** Begins to tell; what the session has written before must be on its way. */
  void begin() {
    selection.mailbox().onChange(this::news);
    news();
  }

  /** Tells no more, once this has returned. */
  void end() {
    selection.mailbox().onChange(() -> {});
    writing.lock();
    try {
      over = true;
    } finally {
      writing.unlock();
    }
  }

  private void news() {
    if (!due.getAndSet(true)) {
      wire.aside(this::tell);
    }
  }

  private void tell() {
    writing.lock();
    try {
      due.set(false);
      if (!over) {
        BufferedOutputStream out = new BufferedOutputStream(wire.direct());
        selection.tellNews(new ResponseWriter(out), enabled, true, Set.of());
        out.flush();
      }
    } catch (IOException | MailboxException e) {
      LOG.log(Level.DEBUG, "A client that idles was not told news: " + e.getMessage());
    } finally {
      writing.unlock();
    }
  }
}
