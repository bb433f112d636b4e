package org.mailroom.directory.store;

import java.util.Map;
import java.util.Objects;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.srs.SrsKey;

/**
 * All that the database knew of the directory at one moment.
 *
 * @param revision how often it had been changed
 * @param data in the order of the keys
 * @param passwords by the key of the account; some accounts have none
 * @param srsKey by which this hub knows the reverse-paths that it rewrote
 * @param organisation whose directory it is; empty until somebody says it
 */
public record Stored(
    long revision,
    DirectoryData data,
    Map<String, StoredPassword> passwords,
    SrsKey srsKey,
    String organisation) {

  /** Takes a copy of the passwords. */
  public Stored {
    Objects.requireNonNull(data, "a stored directory has data");
    Objects.requireNonNull(srsKey, "a stored directory has a key");
    Objects.requireNonNull(organisation, "a stored directory has an owner, or an empty name");
    passwords = Map.copyOf(passwords);
  }
}
