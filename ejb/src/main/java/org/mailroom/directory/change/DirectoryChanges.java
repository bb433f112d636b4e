package org.mailroom.directory.change;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.audit.AuditedAction;
import org.mailroom.directory.DirectoryCheck;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.store.Change;
import org.mailroom.directory.store.DirectoryStore;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.directory.store.Stored;
import org.mailroom.refusal.CommonReason;
import org.mailroom.refusal.Refusal;
import org.mailroom.settings.Secret;

/**
 * Changes the directory: each change is whole, checked as if it were done, audited, and counts for
 * the next mail when the call returns. Fields are texts, as {@link EntryKind#fields} names them.
 */
@Singleton
public class DirectoryChanges {

  private static final int TRIES = 20;

  private final DirectoryStore store;
  private final HubDirectory directory;
  private final PasswordHashing hashing;

  /** Changes this directory. */
  @Inject
  public DirectoryChanges(DirectoryStore store, HubDirectory directory, PasswordHashing hashing) {
    this.store = store;
    this.directory = directory;
    this.hashing = hashing;
  }

  /** What is done to a draft. */
  private interface Edit {
    /** Notes in {@code places} where entries come from, by their keys and titles. */
    void on(Draft draft, Map<String, Object> places) throws DirectoryException;
  }

  /** All that there is now. */
  public DirectoryData data() {
    return directory.stored().data();
  }

  /**
   * The entry of a name.
   *
   * @throws DirectoryException when there is none
   */
  public DirectoryEntry find(EntryKind kind, String name) throws DirectoryException {
    String key = EntryTexts.key(kind, name);
    return kind.of(data()).stream()
        .filter(entry -> entry.key().equals(key))
        .map(DirectoryEntry.class::cast)
        .findAny()
        .orElseThrow(() -> Draft.missing(kind, name));
  }

  /**
   * Adds an entry.
   *
   * @throws DirectoryException when there is one of the name, it doesn't fit the others, or is not
   *     for who asks
   */
  public DirectoryEntry add(EntryKind kind, Map<String, String> fields, Requester who)
      throws DirectoryException {
    Fields given = EntryTexts.fields(kind, fields);
    Optional<StoredPassword> password = password(kind, fields);
    String name = fields.getOrDefault(kind.naming(), "").strip();
    String key = EntryTexts.key(kind, name);
    Bounds.requireName(who.remit(), kind, name);
    Edit edit =
        (draft, places) -> {
          if (draft.find(kind, key).isPresent()) {
            throw DirectoryException.of(
                Why.CONFLICT, DirectoryReason.THERE_ALREADY.about(kind.noun(), name));
          }
          put(draft, kind, given, password);
        };
    change(who, AuditedAction.of(who.actor(), "add " + kind.word(), name, who.reason()), edit);
    return find(kind, name);
  }

  /**
   * Changes an entry: the fields that are given.
   *
   * @throws DirectoryException when there is none of the name, or it would not fit the others
   */
  public DirectoryEntry set(EntryKind kind, String name, Map<String, String> fields, Requester who)
      throws DirectoryException {
    String key = EntryTexts.key(kind, name);
    Bounds.requireName(who.remit(), kind, name);
    Map<String, String> named = new HashMap<>(fields);
    DirectoryEntry known = find(kind, name);
    if (!key.equals(
        EntryTexts.key(kind, named.computeIfAbsent(kind.naming(), same -> known.title())))) {
      throw DirectoryException.of(Why.UNSOUND, DirectoryReason.NAME_STAYS.about());
    }
    Fields given = EntryTexts.fields(kind, named);
    Optional<StoredPassword> password = password(kind, fields);
    Edit edit =
        (draft, places) -> {
          if (draft.find(kind, key).isEmpty()) {
            throw Draft.missing(kind, name);
          }
          put(draft, kind, given, password);
        };
    AuditedAction action = AuditedAction.of(who.actor(), "set " + kind.word(), name, who.reason());
    change(
        who, action.from(EntryTexts.audited(kind, known), EntryTexts.audited(kind, fields)), edit);
    return find(kind, name);
  }

  /**
   * Removes an entry.
   *
   * @throws DirectoryException when there is none of the name, or others lead to it
   */
  public void remove(EntryKind kind, String name, Requester who) throws DirectoryException {
    String key = EntryTexts.key(kind, name);
    Bounds.requireName(who.remit(), kind, name);
    DirectoryEntry known = find(kind, name);
    Edit edit = (draft, places) -> draft.remove(kind, key);
    AuditedAction action =
        AuditedAction.of(who.actor(), "remove " + kind.word(), name, who.reason());
    change(who, action.from(EntryTexts.audited(kind, known), ""), edit);
  }

  /**
   * Adds and changes entries, all of them or none.
   *
   * @param dryRun true: says what it would do
   * @throws DirectoryException with all that is wrong, each with its place
   */
  public Tally importAll(EntryKind kind, List<ImportRow> rows, boolean dryRun, Requester who)
      throws DirectoryException {
    return importAll(kind, rows, dryRun, who, Progress.UNWATCHED);
  }

  /**
   * The same, and says how far it is.
   *
   * @throws DirectoryException when it is stopped, too
   */
  public Tally importAll(
      EntryKind kind, List<ImportRow> rows, boolean dryRun, Requester who, Progress progress)
      throws DirectoryException {
    AuditedAction action =
        AuditedAction.of(
            who.actor(), "import " + kind.plural(), rows.size() + " entries", who.reason());
    return many(new Many(kind, rows, true, dryRun), who, action, progress);
  }

  /**
   * Changes entries that are there, all of them or none: of each the fields that are given.
   *
   * @throws DirectoryException with all that is wrong, each with its place
   */
  public Tally setAll(EntryKind kind, List<ImportRow> rows, Requester who)
      throws DirectoryException {
    return setAll(kind, rows, who, Progress.UNWATCHED);
  }

  /**
   * The same, and says how far it is.
   *
   * @throws DirectoryException when it is stopped, too
   */
  public Tally setAll(EntryKind kind, List<ImportRow> rows, Requester who, Progress progress)
      throws DirectoryException {
    AuditedAction action =
        AuditedAction.of(
            who.actor(), "set " + kind.plural(), rows.size() + " entries", who.reason());
    return many(new Many(kind, rows, false, false), who, action, progress);
  }

  /** Entries to be changed together; {@code adds}: also those that are not there. */
  private record Many(EntryKind kind, List<ImportRow> rows, boolean adds, boolean dryRun) {}

  private Tally many(Many all, Requester who, AuditedAction action, Progress progress)
      throws DirectoryException {
    EntryKind kind = all.kind();
    List<ImportRow> rows = all.rows();
    List<Refusal> wrong = new ArrayList<>();
    Map<Object, Fields> given = new HashMap<>();
    Map<Object, Optional<StoredPassword>> passwords = new HashMap<>();
    int looked = 0;
    for (ImportRow row : rows) {
      if (!progress.reached(looked++)) {
        throw DirectoryException.of(Why.CONFLICT, DirectoryReason.STOPPED.about());
      }
      try {
        given.put(row.place(), EntryTexts.fields(kind, row.fields()));
        Bounds.requireName(who.remit(), kind, row.fields().get(kind.naming()));
        passwords.put(row.place(), password(kind, row.fields()));
      } catch (DirectoryException e) {
        wrong.addAll(Reasons.at(row.place(), e));
      }
    }
    Reasons.refuse(wrong, Why.UNSOUND);
    Edit edit =
        (draft, places) -> {
          List<Refusal> unsound = new ArrayList<>();
          for (ImportRow row : rows) {
            try {
              if (!all.adds()) {
                requireThere(draft, kind, row);
              }
              DirectoryEntry entry =
                  put(draft, kind, given.get(row.place()), passwords.get(row.place()));
              Object other = places.putIfAbsent(entry.key(), row.place());
              if (other != null) {
                unsound.add(
                    CommonReason.AT.about(
                        row.place(), DirectoryReason.TWICE_IN_IMPORT.about(entry.title(), other)));
              }
              places.putIfAbsent(entry.title(), row.place());
            } catch (DirectoryException e) {
              unsound.addAll(Reasons.at(row.place(), e));
            }
          }
          Reasons.refuse(unsound, Why.UNSOUND);
        };
    return change(who, action, edit, all.dryRun());
  }

  private static void requireThere(Draft draft, EntryKind kind, ImportRow row)
      throws DirectoryException {
    String name = row.fields().get(kind.naming());
    if (draft.find(kind, EntryTexts.key(kind, name)).isEmpty()) {
      throw Draft.missing(kind, name);
    }
  }

  private void change(Requester who, AuditedAction action, Edit edit) throws DirectoryException {
    change(who, action, edit, false);
  }

  private Tally change(Requester who, AuditedAction action, Edit edit, boolean dryRun)
      throws DirectoryException {
    for (int i = 0; i < TRIES; i++) {
      Stored before = directory.stored();
      Draft draft = new Draft(before.data());
      Map<String, Object> places = new HashMap<>();
      edit.on(draft, places);
      DirectoryData after = draft.data();
      Bounds bounds = new Bounds(who.remit(), before.data());
      Reasons.refuse(Reasons.placed(bounds.problems(draft), places), Why.FORBIDDEN);
      Reasons.refuse(
          Reasons.placed(bounds.shown(DirectoryCheck.problems(after)), places), Why.UNSOUND);
      Tally tally = draft.tally(dryRun);
      if (dryRun || tally.all() == 0) {
        return tally;
      }
      Optional<Stored> written =
          store.write(before, new Change(after, draft.passwords(), action, tally.all()));
      if (written.isPresent()) {
        directory.take(written.get());
        return tally;
      }
      directory.refresh();
    }
    throw DirectoryException.busy();
  }

  private static DirectoryEntry put(
      Draft draft, EntryKind kind, Fields given, Optional<StoredPassword> password)
      throws DirectoryException {
    try {
      return draft.put(kind, given, password);
    } catch (IllegalArgumentException e) {
      throw DirectoryException.of(Why.UNSOUND, Refusal.by(e));
    }
  }

  private Optional<StoredPassword> password(EntryKind kind, Map<String, String> fields)
      throws DirectoryException {
    String password = fields.getOrDefault(AccountForm.PASSWORD, "");
    if (kind != EntryKind.ACCOUNT || password.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(hashing.hash(new Secret(password)));
    } catch (IllegalArgumentException e) {
      throw DirectoryException.of(Why.UNSOUND, Refusal.by(e));
    }
  }
}
