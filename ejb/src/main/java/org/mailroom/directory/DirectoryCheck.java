package org.mailroom.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.refusal.Refusal;
import org.mailroom.settings.SettingForms;

/** Says whether the values of a directory go together: the one home of these rules. */
public final class DirectoryCheck {

  private final DirectoryData data;
  private final Domains domains;
  private final Map<AddressKey, AddressHolder> holders = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private DirectoryCheck(DirectoryData data) {
    this.data = data;
    this.domains = new Domains(data.domains());
  }

  /** All problems; none when mail can be taken by this directory. */
  public static List<Problem> problems(DirectoryData data) {
    DirectoryCheck check = new DirectoryCheck(data);
    check.domains();
    check.addresses();
    check.references();
    check.routes();
    check.unique(data.routes(), Route::name, DirectoryReason.ROUTE_TWICE);
    check.unique(data.networks(), one -> one.network().toString(), DirectoryReason.NETWORK_TWICE);
    return List.copyOf(check.problems);
  }

  private void domains() {
    Map<Domain, MailDomain> names = new HashMap<>();
    for (MailDomain domain : data.domains()) {
      Stream.concat(Stream.of(domain.name()), domain.aliases().stream())
          .filter(name -> names.putIfAbsent(name, domain) != null)
          .forEach(name -> add(domain.name(), DirectoryReason.DOMAIN_TWICE.about(name)));
    }
  }

  /** Fills {@link #holders} as it goes. */
  private void addresses() {
    Stream.of(data.accounts(), data.aliases(), data.lists())
        .flatMap(Collection::stream)
        .forEach(this::address);
  }

  private void address(AddressHolder holder) {
    Address address = holder.address();
    if (!domains.isLocal(address.domain())) {
      add(address, DirectoryReason.NO_LOCAL_DOMAIN.about(address));
    }
    AddressHolder other = holders.putIfAbsent(key(address), holder);
    if (other != null) {
      add(address, twice(other).about(address));
    }
  }

  private void references() {
    data.domains().forEach(domain -> domain.catchAll().ifPresent(a -> known(domain.name(), a)));
    data.accounts().forEach(one -> one.forwards().forEach(a -> known(one.address(), a)));
    data.aliases().forEach(one -> one.targets().forEach(a -> known(one.address(), a)));
    for (DistributionList list : data.lists()) {
      Stream.of(list.members(), list.owners(), list.moderators())
          .flatMap(List::stream)
          .forEach(address -> known(list.address(), address));
      list.owners().stream()
          .filter(owner -> !domains.isLocal(owner.domain()))
          .forEach(owner -> add(list.address(), DirectoryReason.OWNER_ELSEWHERE.about(owner)));
    }
    new Loops(holders, this::holderKey)
        .forEach(holder -> add(holder.address(), DirectoryReason.LOOP.about(holder.address())));
  }

  private void known(Object subject, Address address) {
    if (domains.isLocal(address.domain())
        && !key(address).localPart().equals("postmaster")
        && !holders.containsKey(holderKey(address))) {
      add(subject, DirectoryReason.NOBODY_THERE.about(subject, address));
    }
  }

  private void routes() {
    for (Route route : data.routes()) {
      test(route, route.domains(), DomainPattern::parse, DirectoryReason.ROUTE_DOMAINS);
      test(route, route.senders(), SenderPattern::parse, DirectoryReason.ROUTE_SENDERS);
      test(route, route.schedule(), SettingForms::schedule, DirectoryReason.ROUTE_SCHEDULE);
    }
  }

  private void test(
      Route route, Optional<String> text, Consumer<String> parser, DirectoryReason wrong) {
    try {
      text.ifPresent(parser);
    } catch (IllegalArgumentException e) {
      add(route.name(), wrong.about(route.name()));
    }
  }

  private <T> void unique(List<T> all, Function<T, String> name, DirectoryReason twice) {
    Map<String, T> names = new HashMap<>();
    all.stream()
        .filter(one -> names.putIfAbsent(name.apply(one), one) != null)
        .forEach(one -> add(name.apply(one), twice.about(name.apply(one))));
  }

  /** Of who has the address, with its detail or without. */
  private AddressKey holderKey(Address address) {
    AddressKey whole = key(address);
    return holders.containsKey(whole)
        ? whole
        : Subaddress.of(address).map(sub -> key(sub.base())).orElse(whole);
  }

  private AddressKey key(Address address) {
    return domains.main(AddressKey.of(address));
  }

  private void add(Object subject, Refusal refusal) {
    problems.add(new Problem(subject.toString(), refusal));
  }

  private static DirectoryReason twice(AddressHolder holder) {
    return switch (holder) {
      case Account account -> DirectoryReason.TWICE_AS_ACCOUNT;
      case Alias alias -> DirectoryReason.TWICE_AS_ALIAS;
      case DistributionList list -> DirectoryReason.TWICE_AS_LIST;
    };
  }
}
