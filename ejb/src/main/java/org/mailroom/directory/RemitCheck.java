package org.mailroom.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.mail.Address;
import org.mailroom.refusal.Refusal;

/**
 * Says whether somebody may change entries so: the one home of what a domain administrator may. No
 * answer tells whether there is something in a domain that isn't theirs.
 */
public final class RemitCheck {

  /** Roles that a domain administrator may give: none above its own. */
  public static final Set<Role> GIVEN = Set.of(Role.DOMAIN_ADMIN, Role.USER);

  private final Remit remit;
  private final Domains domains;
  private final Set<AddressKey> above;

  /** Of changes to this directory. */
  public RemitCheck(Remit remit, DirectoryData data) {
    this.remit = remit;
    this.domains = new Domains(data.domains());
    this.above =
        remit.isWhole()
            ? Set.of()
            : data.accounts().stream()
                .filter(account -> !mayTouch(remit, account))
                .map(account -> key(account.address()))
                .collect(Collectors.toSet());
  }

  /** True when an entry may be changed by whose remit this is. */
  public static boolean mayTouch(Remit remit, DirectoryEntry entry) {
    return remit.isWhole()
        || remit.has(entry)
            && !(entry instanceof Account account && !GIVEN.containsAll(account.roles()));
  }

  /**
   * All that is against a change.
   *
   * @param before empty for what is added
   * @param after empty for what is removed
   */
  public List<Problem> problems(Optional<DirectoryEntry> before, Optional<DirectoryEntry> after) {
    List<Problem> problems = new ArrayList<>();
    if (!remit.isWhole()) {
      before.ifPresent(entry -> touched(entry, problems));
      after.ifPresent(entry -> made(before, entry, problems));
    }
    return problems;
  }

  private void touched(DirectoryEntry entry, List<Problem> problems) {
    if (!remit.has(entry)) {
      add(problems, entry, DirectoryReason.NOT_YOURS.about(entry.title()));
    } else if (!mayTouch(remit, entry)) {
      add(problems, entry, DirectoryReason.ROLE_ABOVE.about(entry.title()));
    }
  }

  private void made(Optional<DirectoryEntry> before, DirectoryEntry entry, List<Problem> problems) {
    if (!(entry instanceof AddressHolder holder) || !remit.has(entry)) {
      add(problems, entry, DirectoryReason.NOT_YOURS.about(entry.title()));
      return;
    }
    if (before.isEmpty() && isOfOneAbove(holder.address())) {
      add(problems, entry, DirectoryReason.PART_OF_ONE_ABOVE.about(entry.title()));
    }
    if (holder instanceof Account account) {
      account.roles().stream()
          .filter(role -> !GIVEN.contains(role))
          .sorted()
          .forEach(role -> add(problems, entry, DirectoryReason.ROLE_NOT_GIVEN.about(role.key())));
    }
    fresh(before, entry, RemitCheck::sendsAs)
        .filter(address -> !remit.has(address) || isOfOneAbove(address))
        .forEach(
            address ->
                add(
                    problems,
                    entry,
                    DirectoryReason.MAY_NOT_SEND_AS.about(entry.title(), address)));
    fresh(before, entry, RemitCheck::leadsTo)
        .filter(address -> domains.isLocal(address.domain()) && !remit.has(address))
        .forEach(
            address ->
                add(
                    problems,
                    entry,
                    DirectoryReason.MAY_NOT_LEAD_TO.about(entry.title(), address)));
  }

  /** What others gave stays. */
  private static Stream<Address> fresh(
      Optional<DirectoryEntry> before,
      DirectoryEntry after,
      Function<DirectoryEntry, Collection<Address>> addresses) {
    Set<Address> known = before.map(addresses).map(HashSet::new).orElseGet(HashSet::new);
    return addresses.apply(after).stream().filter(address -> !known.contains(address));
  }

  private static Collection<Address> sendsAs(DirectoryEntry entry) {
    return entry instanceof Account account ? account.sendAs() : Set.of();
  }

  private static Collection<Address> leadsTo(DirectoryEntry entry) {
    return switch (entry) {
      case Account account -> account.forwards();
      case Alias alias -> alias.targets();
      case DistributionList list ->
          Stream.of(list.members(), list.owners(), list.moderators())
              .flatMap(List::stream)
              .toList();
      default -> List.of();
    };
  }

  /** With a detail as well, which would take a part of its mail. */
  private boolean isOfOneAbove(Address address) {
    return above.contains(key(address))
        || Subaddress.of(address).filter(sub -> above.contains(key(sub.base()))).isPresent();
  }

  private AddressKey key(Address address) {
    return domains.main(AddressKey.of(address));
  }

  private static void add(List<Problem> problems, DirectoryEntry entry, Refusal refusal) {
    problems.add(new Problem(entry.title(), refusal));
  }
}
