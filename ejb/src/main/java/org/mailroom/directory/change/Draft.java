package org.mailroom.directory.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Route;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.directory.password.StoredPassword;

/** A directory in the making, by one thread. */
final class Draft {

  private final DirectoryData before;
  private final Map<EntryKind, Map<String, DirectoryEntry>> entries =
      new EnumMap<>(EntryKind.class);
  private final Map<String, StoredPassword> passwords = new HashMap<>();
  private final List<Touched> touched = new ArrayList<>();
  private int added;
  private int changed;
  private int removed;
  private int unchanged;

  /** An entry as it was, and as it shall be. */
  record Touched(Optional<DirectoryEntry> before, Optional<DirectoryEntry> after) {}

  Draft(DirectoryData before) {
    this.before = before;
    for (EntryKind kind : EntryKind.values()) {
      Map<String, DirectoryEntry> known = new LinkedHashMap<>();
      kind.of(before).forEach(entry -> known.put(entry.key(), entry));
      entries.put(kind, known);
    }
  }

  Optional<DirectoryEntry> find(EntryKind kind, String key) {
    return Optional.ofNullable(entries.get(kind).get(key));
  }

  /** Makes an entry of fields, over the one that is there. */
  DirectoryEntry put(EntryKind kind, Fields fields, Optional<StoredPassword> password) {
    String key = kind.key(fields.required(kind.naming()));
    Optional<DirectoryEntry> old = find(kind, key);
    DirectoryEntry entry = kind.read(fields, old, before);
    entries.get(kind).put(entry.key(), entry);
    touched.add(new Touched(old, Optional.of(entry)));
    password.ifPresent(stored -> passwords.put(entry.key(), stored));
    if (old.isEmpty()) {
      added++;
    } else if (!old.get().equals(entry) || password.isPresent()) {
      changed++;
    } else {
      unchanged++;
    }
    return entry;
  }

  void remove(EntryKind kind, String key) throws DirectoryException {
    DirectoryEntry old = entries.get(kind).remove(key);
    if (old == null) {
      throw missing(kind, key);
    }
    touched.add(new Touched(Optional.of(old), Optional.empty()));
    removed++;
  }

  static DirectoryException missing(EntryKind kind, String name) {
    return DirectoryException.of(Why.MISSING, DirectoryReason.NOT_THERE.about(kind.noun(), name));
  }

  /** What was put and removed, in that order. */
  List<Touched> touched() {
    return touched;
  }

  Map<String, StoredPassword> passwords() {
    return passwords;
  }

  Tally tally(boolean dryRun) {
    return new Tally(added, changed, removed, unchanged, dryRun);
  }

  DirectoryData data() {
    return new DirectoryData(
        all(EntryKind.DOMAIN, MailDomain.class),
        all(EntryKind.ACCOUNT, Account.class),
        all(EntryKind.ALIAS, Alias.class),
        all(EntryKind.LIST, DistributionList.class),
        all(EntryKind.ROUTE, Route.class),
        all(EntryKind.NETWORK, TrustedNetwork.class));
  }

  private <T extends DirectoryEntry> List<T> all(EntryKind kind, Class<T> type) {
    return entries.get(kind).values().stream().map(type::cast).toList();
  }
}
