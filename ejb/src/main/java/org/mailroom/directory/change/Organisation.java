package org.mailroom.directory.change;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mailroom.audit.AuditedAction;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.directory.store.DirectoryStore;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.directory.store.Stored;

/** Whose hub it is, as people who sign in are told. */
@Singleton
public class Organisation {

  /** Characters that a name may have. */
  public static final int LONGEST = 100;

  private static final int TRIES = 20;

  private final DirectoryStore store;
  private final HubDirectory directory;

  /** That of this directory. */
  @Inject
  public Organisation(DirectoryStore store, HubDirectory directory) {
    this.store = store;
    this.directory = directory;
  }

  /** Its name; empty until somebody has said it. */
  public String name() {
    return directory.stored().organisation();
  }

  /**
   * Gives it another name, or none.
   *
   * @throws DirectoryException when the name is too long or has control characters
   */
  public void rename(String name, Requester who) throws DirectoryException {
    String clean = name.strip();
    if (clean.length() > LONGEST || clean.chars().anyMatch(Character::isISOControl)) {
      throw DirectoryException.of(Why.UNSOUND, DirectoryReason.ORGANISATION_NAME.about(LONGEST));
    }
    for (int i = 0; i < TRIES; i++) {
      Stored before = directory.stored();
      if (before.organisation().equals(clean)) {
        return;
      }
      AuditedAction action =
          AuditedAction.of(who.actor(), "name organisation", clean, who.reason())
              .from(before.organisation(), clean);
      Optional<Stored> written = store.write(before, clean, action);
      if (written.isPresent()) {
        directory.take(written.get());
        return;
      }
      directory.refresh();
    }
    throw DirectoryException.busy();
  }
}
