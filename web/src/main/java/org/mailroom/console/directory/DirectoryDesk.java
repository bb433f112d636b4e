package org.mailroom.console.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mailroom.console.Access;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.Remit;
import org.mailroom.directory.RemitCheck;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.CsvText;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.directory.change.Requester;
import org.mailroom.directory.change.Tally;
import org.mailroom.mail.Address;
import org.mailroom.permission.Permissions;

/** The directory for who is signed in: each change asks first whether they may. */
@RequestScoped
public class DirectoryDesk {

  private final Access access;
  private final DirectoryChanges changes;

  /** For the container's proxies. */
  protected DirectoryDesk() {
    this(null, null);
  }

  /** Changes this directory with the rights of {@code access}. */
  @Inject
  public DirectoryDesk(Access access, DirectoryChanges changes) {
    this.access = access;
    this.changes = changes;
  }

  /** Whether entries of a kind may be changed. */
  public boolean changes(EntryKind kind) {
    return access.changes(kind.plural());
  }

  /** Whether this entry may be changed. */
  public boolean mayTouch(EntryKind kind, DirectoryEntry entry) {
    return changes(kind) && RemitCheck.mayTouch(changeable(kind), entry);
  }

  /** The roles that may be given to accounts. */
  public List<Role> givenRoles() {
    return Arrays.stream(Role.values())
        .filter(role -> changeable(EntryKind.ACCOUNT).isWhole() || RemitCheck.GIVEN.contains(role))
        .toList();
  }

  /** What of a kind may be seen. */
  public Remit seen(EntryKind kind) {
    return remit(role -> Permissions.reads(role, kind.plural()));
  }

  private Remit changeable(EntryKind kind) {
    return remit(role -> Permissions.changes(role, kind.plural()));
  }

  private Remit remit(Predicate<Role> may) {
    Set<Role> roles = access.roles().stream().filter(may).collect(Collectors.toSet());
    if (roles.isEmpty()) {
      return Remit.NOTHING;
    }
    return roles.stream().allMatch(Permissions::isOfDomain) ? ownDomain() : Remit.WHOLE;
  }

  /** Of somebody whose name is no address, none. */
  private Remit ownDomain() {
    try {
      return Remit.domainOf(Address.parse(access.actor()), changes.data().domains());
    } catch (IllegalArgumentException e) {
      return Remit.NOTHING;
    }
  }

  /** The entry of a name, if there is one that may be seen. */
  public Optional<DirectoryEntry> find(EntryKind kind, String name) {
    try {
      return Optional.of(changes.find(kind, name)).filter(seen(kind)::has);
    } catch (DirectoryException e) {
      return Optional.empty();
    }
  }

  /** Adds an entry. */
  public DirectoryEntry add(EntryKind kind, Map<String, String> fields, String reason)
      throws DirectoryException {
    return changes.add(kind, fields, who(kind, reason));
  }

  /** Changes fields of an entry. */
  public DirectoryEntry set(EntryKind kind, String name, Map<String, String> fields, String reason)
      throws DirectoryException {
    return changes.set(kind, name, fields, who(kind, reason));
  }

  /** Changes fields of many entries. */
  public Tally setAll(EntryKind kind, List<ImportRow> rows, String reason)
      throws DirectoryException {
    return changes.setAll(kind, rows, who(kind, reason));
  }

  /** Removes an entry. */
  public void remove(EntryKind kind, String name, String reason) throws DirectoryException {
    changes.remove(kind, name, who(kind, reason));
  }

  /** Adds and changes entries of a CSV text, or only says what that would do. */
  public Tally importCsv(EntryKind kind, String csv, boolean dryRun, String reason)
      throws DirectoryException, IOException {
    return importRows(kind, CsvText.read(new StringReader(csv)), dryRun, reason);
  }

  /** The same of rows. */
  public Tally importRows(EntryKind kind, List<ImportRow> rows, boolean dryRun, String reason)
      throws DirectoryException {
    return changes.importAll(kind, rows, dryRun, who(kind, reason));
  }

  private Requester who(EntryKind kind, String reason) {
    access.requireChange(kind.plural());
    return new Requester(access.actor(), reason.strip(), changeable(kind));
  }
}
