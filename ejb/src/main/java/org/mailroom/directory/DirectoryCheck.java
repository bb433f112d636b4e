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
    check.unique(data.routes(), Route::name, "route");
    check.unique(data.networks(), one -> one.network().toString(), "network");
    return List.copyOf(check.problems);
  }

  private void domains() {
    Map<Domain, MailDomain> names = new HashMap<>();
    for (MailDomain domain : data.domains()) {
      Stream.concat(Stream.of(domain.name()), domain.aliases().stream())
          .filter(name -> names.putIfAbsent(name, domain) != null)
          .forEach(name -> add(domain.name(), "The domain " + name + " is there twice"));
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
      add(address, address + " is in no local domain");
    }
    AddressHolder other = holders.putIfAbsent(key(address), holder);
    if (other != null) {
      add(address, address + " is there twice: there is " + inWords(other) + " of this address");
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
          .forEach(
              owner -> add(list.address(), "An owner of a list is in a local domain: " + owner));
    }
    new Loops(holders, this::holderKey)
        .forEach(
            holder ->
                add(holder.address(), "The address " + holder.address() + " leads to itself"));
  }

  private void known(Object subject, Address address) {
    if (domains.isLocal(address.domain())
        && !key(address).localPart().equals("postmaster")
        && !holders.containsKey(holderKey(address))) {
      add(subject, subject + " leads to " + address + ", and there is nobody of this address");
    }
  }

  private void routes() {
    for (Route route : data.routes()) {
      test(route, route.domains(), DomainPattern::parse, "a pattern of domains");
      test(route, route.senders(), SenderPattern::parse, "a pattern of senders");
      test(route, route.schedule(), SettingForms::schedule, "a schedule of retries");
    }
  }

  private void test(Route route, Optional<String> text, Consumer<String> parser, String what) {
    try {
      text.ifPresent(parser);
    } catch (IllegalArgumentException e) {
      add(route.name(), "The route " + route.name() + " has no right form of " + what);
    }
  }

  private <T> void unique(List<T> all, Function<T, String> name, String what) {
    Map<String, T> names = new HashMap<>();
    all.stream()
        .filter(one -> names.putIfAbsent(name.apply(one), one) != null)
        .forEach(
            one -> add(name.apply(one), "The " + what + " " + name.apply(one) + " is there twice"));
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

  private void add(Object subject, String text) {
    problems.add(new Problem(subject.toString(), text));
  }

  private static String inWords(AddressHolder holder) {
    return switch (holder) {
      case Account account -> "an account";
      case Alias alias -> "an alias";
      case DistributionList list -> "a list";
    };
  }
}
