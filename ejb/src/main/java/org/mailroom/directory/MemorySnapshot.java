package org.mailroom.directory;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;
import org.mailroom.srs.SenderRewriting;

/** A snapshot made of plain values. */
public final class MemorySnapshot implements DirectorySnapshot {

  private final Domains domains;
  private final AddressBook book;
  private final SenderRewriting rewriting;
  private final PostingRules rules;
  private final Deciders deciders;
  private final RouteTable routes;
  private final List<TrustedNetwork> networks;
  private final int accountCount;

  /**
   * The directory of these values, which {@link DirectoryCheck} has found sound.
   *
   * @param rewriting makes reverse-paths for forwards to outside
   */
  public MemorySnapshot(DirectoryData data, SenderRewriting rewriting) {
    this.domains = new Domains(data.domains());
    this.rewriting = rewriting;
    this.book = new AddressBook(data, domains, rewriting);
    this.rules = new PostingRules(domains, book);
    this.deciders = new Deciders(domains, rules, this::asked);
    this.routes = new RouteTable(data.routes());
    this.accountCount = data.accounts().size();
    this.networks =
        data.networks().stream()
            .sorted(
                Comparator.comparingInt((TrustedNetwork n) -> n.network().prefixLength())
                    .reversed())
            .toList();
  }

  @Override
  public boolean isLocal(Domain domain) {
    return domains.isLocal(domain);
  }

  @Override
  public boolean isRelayed(Domain domain) {
    return domains.isRelayed(domain);
  }

  @Override
  public Optional<TrustedNetwork> trusted(InetAddress client) {
    return networks.stream().filter(one -> one.network().contains(client)).findFirst();
  }

  @Override
  public boolean isKnown(ForwardPath recipient) {
    if (!domains.isLocal(recipient.domain())) {
      return false;
    }
    return book.isPostmaster(recipient.address())
        || book.find(recipient.address())
            .filter(found -> !(found.holder() instanceof Account account) || account.enabled())
            .isPresent();
  }

  @Override
  public int accountCount() {
    return accountCount;
  }

  @Override
  public Optional<Account> account(Address address) {
    return account(book.holder(address).orElse(null)).filter(Account::enabled);
  }

  @Override
  public Optional<Account> mailbox(Address address) {
    return account(book.holderOfBase(address).orElse(null))
        .filter(Account::enabled)
        .filter(one -> one.keepsCopy() || one.forwards().isEmpty());
  }

  private Optional<Account> account(AddressHolder holder) {
    if (holder instanceof Alias alias && alias.targets().size() == 1) {
      return own(alias.targets().get(0));
    }
    return holder instanceof Account account ? Optional.of(account) : Optional.empty();
  }

  private Optional<Account> own(Address address) {
    return book.holder(address).map(holder -> holder instanceof Account one ? one : null);
  }

  @Override
  public boolean maySendAs(Account account, Address address) {
    boolean granted =
        account.sendAs().stream().anyMatch(one -> book.key(one).equals(book.key(address)));
    return granted
        || switch (book.holderOfBase(address).orElse(null)) {
          case Account owner -> owner.id() == account.id();
          case Alias alias ->
              alias.targets().stream()
                  .flatMap(target -> own(target).stream())
                  .anyMatch(owner -> owner.id() == account.id());
          case DistributionList list -> false;
          case null -> false;
        };
  }

  @Override
  public Optional<DistributionList> list(Address address) {
    return book.holderOfBase(address)
        .map(holder -> holder instanceof DistributionList list ? list : null);
  }

  @Override
  public boolean mayPost(DistributionList list, ReversePath from, Origin origin) {
    return rules.ask(list, from, origin) != PostingRules.Answer.MAY_NOT;
  }

  @Override
  public boolean mayDecide(DistributionList list, ReversePath from, Origin origin) {
    return rules.poster(from, origin).filter(who -> deciders.include(list, who)).isPresent();
  }

  /** Whom a moderator's address stands for: moderators are asked with the null reverse-path. */
  private Expansion asked(Address moderator) {
    return expand(EnvelopeRecipient.of(new ForwardPath(moderator)), ReversePath.NULL, Origin.HUB);
  }

  @Override
  public Expansion expand(
      EnvelopeRecipient recipient,
      ReversePath from,
      Origin origin,
      Consumer<ExpansionStep> witness) {
    return new Expander(domains, book, rewriting, origin, witness).expand(recipient, from);
  }

  @Override
  public Optional<Route> route(Domain to, ReversePath from) {
    return routes.first(to, from);
  }
}
