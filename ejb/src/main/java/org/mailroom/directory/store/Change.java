package org.mailroom.directory.store;

import java.util.Map;
import java.util.Objects;
import org.mailroom.audit.AuditedAction;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.password.StoredPassword;

/**
 * What the directory shall be.
 *
 * @param after sound; new accounts have the id 0
 * @param passwords new ones, by the key of the account
 * @param action for the audit
 * @param count how many entries it changes, for the audit
 */
public record Change(
    DirectoryData after, Map<String, StoredPassword> passwords, AuditedAction action, long count) {

  /** Needs all of them. */
  public Change {
    Objects.requireNonNull(after, "a change has a result");
    Objects.requireNonNull(action, "a change is audited");
    passwords = Map.copyOf(passwords);
  }
}
