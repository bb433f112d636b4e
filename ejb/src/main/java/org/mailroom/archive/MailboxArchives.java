package org.mailroom.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.archive.ArchiveException.Reason;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.Spool;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.archive.NotReadableException;
import org.mailroom.settings.Settings;
import org.mailroom.store.Mailbox;
import org.mailroom.store.MailboxMessages;
import org.mailroom.store.MailboxRefusedException;
import org.mailroom.store.Mailboxes;

/**
 * Reads all mail of an account, and adds mail to it. Each call is in the audit, from its beginning;
 * {@link DatabaseException} when that can't be written.
 */
@Singleton
public class MailboxArchives {

  private static final Logger LOG = System.getLogger(MailboxArchives.class.getName());

  private final long largest;
  private final Mailboxes mailboxes;
  private final MailboxMessages messages;
  private final Spool spool;
  private final Audit audit;
  private final Clock clock;

  /** For the accounts in this store. */
  @Inject
  public MailboxArchives(
      Settings settings,
      Mailboxes mailboxes,
      MailboxMessages messages,
      Spool spool,
      Audit audit,
      Clock clock) {
    this(settings.messageSize(), mailboxes, messages, spool, audit, clock);
  }

  MailboxArchives(
      long largest,
      Mailboxes mailboxes,
      MailboxMessages messages,
      Spool spool,
      Audit audit,
      Clock clock) {
    this.largest = largest;
    this.mailboxes = mailboxes;
    this.messages = messages;
    this.spool = spool;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins a backup of all mailboxes of an account, as an archive.
   *
   * @param by the version of the hub
   */
  public Backup backUp(ArchivedAccount account, String by, String actor, String reason) {
    mailboxes.open(account.id(), account.address());
    long entry = begin("back up mailboxes", account, actor, reason);
    return out -> writeTo(out, account, by, entry);
  }

  private void writeTo(OutputStream out, ArchivedAccount account, String by, long entry)
      throws IOException {
    long count = 0;
    String outcome = "broke off";
    try {
      ArchiveZip zip = new ArchiveZip(out, clock.instant());
      zip.add(
          ArchiveFormat.HEAD,
          Json.createObjectBuilder()
              .add("format", ArchiveFormat.NAME)
              .add("version", ArchiveFormat.VERSION)
              .add("address", account.address().toString())
              .add("made", clock.instant().toString())
              .add("by", "Mailroom " + by)
              .build());
      Set<String> subscribed = new TreeSet<>(mailboxes.subscriptions(account.id()));
      int written = 0;
      for (Mailbox mailbox : mailboxes.list(account.id())) {
        try {
          count +=
              new MailboxExport(messages, spool, zip, mailbox)
                  .write(subscribed.contains(mailbox.name()));
          written++;
        } catch (MailboxRefusedException e) {
          LOG.log(Level.DEBUG, "A mailbox was deleted while it was backed up");
        }
      }
      zip.add(
          ArchiveFormat.END,
          Json.createObjectBuilder().add("mailboxes", written).add("messages", count).build());
      zip.finish();
      outcome = count + " messages in " + written + " mailboxes";
    } finally {
      end(entry, count, outcome);
    }
  }

  /**
   * Adds what an archive has.
   *
   * @param in stays the caller's
   */
  public ArchiveTally restore(ArchivedAccount account, InputStream in, String actor, String reason)
      throws ArchiveException {
    return add("restore mailboxes", account, actor, reason, new ArchiveSource(new UploadInput(in)));
  }

  /** Adds the messages of an mbox file to a mailbox. */
  public ArchiveTally importMbox(
      ArchivedAccount account, MailboxName into, InputStream in, String actor, String reason)
      throws ArchiveException {
    return add("import mbox", account, actor, reason, new MboxSource(new UploadInput(in), into));
  }

  /**
   * Adds what a Maildir in a zip has.
   *
   * @param into where the root of the tree goes; its folders go below it, of INBOX beside it
   */
  public ArchiveTally importMaildir(
      ArchivedAccount account, MailboxName into, InputStream in, String actor, String reason)
      throws ArchiveException {
    return add(
        "import Maildir", account, actor, reason, new MaildirSource(new UploadInput(in), into));
  }

  private ArchiveTally add(
      String action, ArchivedAccount account, String actor, String reason, Source source)
      throws ArchiveException {
    mailboxes.open(account.id(), account.address());
    long entry = begin(action, account, actor, reason);
    String outcome = "broke off: ";
    try (Incoming incoming = new Incoming(mailboxes, messages, spool, largest, account, clock)) {
      try {
        copy(source, incoming);
        outcome = "";
        return incoming.tally();
      } finally {
        end(entry, incoming.tally().added(), outcome + incoming.tally().text());
      }
    }
  }

  private static void copy(Source source, Incoming incoming) throws ArchiveException {
    try {
      try {
        source.copyTo(incoming);
      } catch (NotReadableException e) {
        incoming.flush();
        throw failed(Reason.BROKEN, e.getMessage(), incoming, e);
      }
    } catch (MailboxRefusedException e) {
      boolean full = e.reason() == MailboxRefusedException.Reason.OVERQUOTA;
      throw failed(full ? Reason.OVERQUOTA : Reason.REFUSED, e.getMessage(), incoming, e);
    } catch (DatabaseException e) {
      throw failed(Reason.UNAVAILABLE, e.getMessage(), incoming, e);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "Mail can't be put into mailboxes", e);
      throw failed(Reason.FAULT, "The hub had a fault; its log has more", incoming, e);
    }
  }

  private static ArchiveException failed(
      Reason reason, String text, Incoming incoming, Exception cause) {
    ArchiveTally tally = incoming.tally();
    return new ArchiveException(reason, text + " (" + tally.text() + ")", tally, cause);
  }

  private long begin(String action, ArchivedAccount account, String actor, String reason) {
    return audit.begin(AuditedAction.of(actor, action, account.address().toString(), reason));
  }

  /** It was done, whether or not this can be written now; then its entry stays open. */
  private void end(long entry, long count, String outcome) {
    try {
      audit.end(entry, count, outcome);
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "The audit can't be written: " + outcome, e);
    }
  }
}
