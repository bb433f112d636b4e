package org.mailroom.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells sessions of this process that something has happened in a mailbox, when it is on the disk.
 * Whoever watches a mailbox before reading it misses nothing. Remembers only mailboxes that are
 * watched.
 */
@Singleton
public class MailboxNews {

  /** Published for a mailbox that was deleted. */
  static final long GONE = Long.MAX_VALUE;

  private static final Logger LOG = System.getLogger(MailboxNews.class.getName());

  private final ConcurrentMap<Long, Known> mailboxes = new ConcurrentHashMap<>();

  private record Known(AtomicLong highest, List<Watch> watches) {}

  /** One session's look at a mailbox; closed when the session needs it no more. */
  public final class Watch implements AutoCloseable {

    private final long mailbox;
    private final AtomicLong highest;
    private volatile Optional<Runnable> listener = Optional.empty();

    private Watch(long mailbox, AtomicLong highest) {
      this.mailbox = mailbox;
      this.highest = highest;
    }

    /** True when a later modification sequence is known. */
    public boolean hasChangedSince(long modseq) {
      return highest.get() > modseq;
    }

    /** Runs this at every change, on the thread of whoever made it; it must be quick. */
    public void onChange(Runnable listener) {
      this.listener = Optional.of(listener);
    }

    /** Ends it; idempotent. */
    @Override
    public void close() {
      listener = Optional.empty();
      mailboxes.computeIfPresent(
          mailbox,
          (id, known) -> {
            known.watches().remove(this);
            return known.watches().isEmpty() ? null : known;
          });
    }
  }

  /** News of this process. */
  @Inject
  public MailboxNews() {}

  /** Watches a mailbox from now on. */
  public Watch watch(long mailbox) {
    Watch[] watch = new Watch[1];
    mailboxes.compute(
        mailbox,
        (id, before) -> {
          Known known =
              before != null ? before : new Known(new AtomicLong(), new CopyOnWriteArrayList<>());
          watch[0] = new Watch(mailbox, known.highest());
          known.watches().add(watch[0]);
          return known;
        });
    return watch[0];
  }

  /** What is on the disk now. */
  void publish(long mailbox, long modseq) {
    Known known = mailboxes.get(mailbox);
    if (known == null) {
      return;
    }
    known.highest().accumulateAndGet(modseq, Math::max);
    for (Watch watch : known.watches()) {
      try {
        watch.listener.ifPresent(Runnable::run);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "A session doesn't hear of a change", e);
      }
    }
  }

  /** How many mailboxes are watched. */
  int watched() {
    return mailboxes.size();
  }
}
