package org.mailroom.directory.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.mailroom.directory.AddressKey;
import org.mailroom.directory.Directory;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.MemorySnapshot;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.password.StoredPasswords;
import org.mailroom.mail.Address;
import org.mailroom.srs.SenderRewriting;

/** The directory of this hub, in memory. Filled by the hub's start, before mail moves. */
@Singleton
public class HubDirectory implements Directory, StoredPasswords {

  private final DirectoryStore store;
  private final Clock clock;
  private final AtomicReference<Held> held = new AtomicReference<>();

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Is told of changes. */
  @FunctionalInterface
  public interface Listener {
    /** The directory was one and is another now. */
    void changed(Stored before, Stored now);
  }

  private record Held(Stored stored, DirectorySnapshot snapshot) {}

  /** The directory that this store keeps. */
  @Inject
  public HubDirectory(DirectoryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public DirectorySnapshot snapshot() {
    return current().snapshot();
  }

  @Override
  public Optional<StoredPassword> of(Address account) {
    return Optional.ofNullable(
        current().stored().passwords().get(AddressKey.of(account).toString()));
  }

  /** What the snapshot was made of. */
  public Stored stored() {
    return current().stored();
  }

  /** From now on this is the directory, unless a later one is already. */
  public void take(Stored stored) {
    Held next =
        new Held(
            stored, new MemorySnapshot(stored.data(), new SenderRewriting(stored.srsKey(), clock)));
    Held before = held.getAndAccumulate(next, (old, fresh) -> isLater(fresh, old) ? fresh : old);
    if (before != null && isLater(next, before)) {
      listeners.forEach(listener -> listener.changed(before.stored(), stored));
    }
  }

  private static boolean isLater(Held one, Held other) {
    return other == null || other.stored().revision() < one.stored().revision();
  }

  /** Tells when this is another directory than before, on the thread that brings it. */
  public void onChange(Listener listener) {
    listeners.add(listener);
  }

  /** Reads it again when another hub has changed it. */
  public void refresh() {
    long known = current().stored().revision();
    if (store.revision().filter(revision -> revision != known).isPresent()) {
      take(store.load());
    }
  }

  private Held current() {
    Held now = held.get();
    if (now == null) {
      throw new IllegalStateException("The directory is read before mail moves, and is not yet");
    }
    return now;
  }
}
