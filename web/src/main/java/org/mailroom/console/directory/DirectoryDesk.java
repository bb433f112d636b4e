package org.mailroom.console.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.directory.change.Requester;
import org.mailroom.directory.change.Tally;
import org.mailroom.directory.job.DirectoryJobs;
import org.mailroom.mail.Address;
import org.mailroom.permission.Permissions;

/** The directory for who is signed in: each change asks first whether they may. */
@RequestScoped
public class DirectoryDesk {

  private final Access access;
  private final DirectoryChanges changes;
  private final DirectoryJobs jobs;

  /** For the container's proxies. */
  protected DirectoryDesk() {
    this(null, null, null);
  }

  /** Changes this directory with the rights of {@code access}. */
  @Inject
  public DirectoryDesk(Access access, DirectoryChanges changes, DirectoryJobs jobs) {
    this.access = access;
    this.changes = changes;
    this.jobs = jobs;
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

  /** Lets many accounts in, or keeps them out, while who is signed in goes elsewhere. */
  public void beginEnabling(List<ImportRow> rows, boolean enable, String reason)
      throws DirectoryException {
    jobs.enableAll(rows, enable, who(EntryKind.ACCOUNT, reason));
  }

  /** Adds and changes many entries in the same way. */
  public void beginImport(EntryKind kind, List<ImportRow> rows, String reason)
      throws DirectoryException {
    jobs.importAll(kind, rows, who(kind, reason));
  }

  /** Removes an entry. */
  public void remove(EntryKind kind, String name, String reason) throws DirectoryException {
    changes.remove(kind, name, who(kind, reason));
  }

  /** Adds and changes entries, or only says what that would do. */
  public Tally importRows(EntryKind kind, List<ImportRow> rows, boolean dryRun, String reason)
      throws DirectoryException {
    return changes.importAll(kind, rows, dryRun, who(kind, reason));
  }

  private Requester who(EntryKind kind, String reason) {
    access.requireChange(kind.plural());
    return new Requester(access.actor(), reason.strip(), changeable(kind));
  }
}
