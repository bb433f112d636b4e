package org.mailroom.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mailroom.directory.AddressBook.Found;
import org.mailroom.directory.Expansion.Elsewhere;
import org.mailroom.directory.Expansion.Local;
import org.mailroom.directory.Expansion.Manner;
import org.mailroom.directory.Expansion.Moderated;
import org.mailroom.directory.Expansion.Refused;
import org.mailroom.directory.Expansion.Target;
import org.mailroom.directory.ExpansionStep.Kind;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;
import org.mailroom.srs.SenderRewriting;

/**
 * Expands one recipient, once. What leads nowhere is left out; when nothing is left, the recipient
 * is refused. A cycle is cut where it comes back. Too deep or too many is refused as a whole.
 */
final class Expander {

  static final int MAX_LEVELS = 20;
  static final int MAX_ADDRESSES = 10_000;

  private static final EnhancedStatusCode UNKNOWN = EnhancedStatusCode.of("5.1.1");
  private static final EnhancedStatusCode DISABLED = EnhancedStatusCode.of("5.2.1");
  private static final EnhancedStatusCode LOOP = EnhancedStatusCode.of("5.4.6");
  private static final EnhancedStatusCode TOO_MANY = EnhancedStatusCode.of("5.5.3");
  private static final EnhancedStatusCode NOT_ALLOWED = EnhancedStatusCode.of("5.7.2");

  private final Domains domains;
  private final AddressBook book;
  private final PostingRules rules;
  private final SenderRewriting rewriting;
  private final Origin origin;
  private final Consumer<ExpansionStep> witness;

  private final Set<AddressKey> seen = new HashSet<>();
  private final List<Target> targets = new ArrayList<>();
  private boolean branched;
  private boolean list;
  private Refused refusal;

  Expander(
      Domains domains,
      AddressBook book,
      SenderRewriting rewriting,
      Origin origin,
      Consumer<ExpansionStep> witness) {
    this.domains = domains;
    this.book = book;
    this.rules = new PostingRules(domains, book);
    this.rewriting = rewriting;
    this.origin = origin;
    this.witness = witness;
  }

  Expansion expand(EnvelopeRecipient recipient, ReversePath from) {
    walk(new Carriage(recipient, from, false), recipient.path().address(), 0);
    if (refusal != null) {
      return new Expansion(List.of(refusal(recipient, refusal.status(), refusal.reason())));
    }
    if (targets.isEmpty()) {
      return new Expansion(List.of(nobody(recipient)));
    }
    if (list) {
      return new Expansion(targets, Manner.LIST);
    }
    return targets.size() == 1
        ? new Expansion(targets)
        : new Expansion(targets.stream().map(Expander::withoutSuccess).toList(), Manner.EXPANDED);
  }

  /**
   * One step.
   *
   * @param by the local address that leads here: its domain is what the mail is forwarded from
   */
  private void walk(Carriage mail, Address by, int level) {
    if (refusal != null || !isInBounds(mail, level)) {
      return;
    }
    if (!domains.isLocal(mail.address().domain())) {
      elsewhere(mail, by, level);
      return;
    }
    Optional<Found> found = book.find(mail.address());
    if (found.isEmpty()) {
      tell(level, Kind.UNKNOWN, mail.address());
    } else if (!seen.add(book.key(found.get().holder().address()))) {
      tell(level, Kind.SEEN, mail.address());
    } else {
      switch (found.get().holder()) {
        case Account account -> account(mail, account, found.get().folder(), level);
        case Alias alias -> {
          tell(level, Kind.ALIAS, mail.address(), alias.targets());
          follow(mail, alias.targets(), level);
        }
        case DistributionList group -> list(mail, group, level);
      }
    }
  }

  private boolean isInBounds(Carriage mail, int level) {
    if (level > MAX_LEVELS) {
      refusal = refusal(mail.recipient(), LOOP, "Aliases and lists lead too deep");
    } else if (seen.size() >= MAX_ADDRESSES) {
      refusal = refusal(mail.recipient(), TOO_MANY, "The recipient stands for too many others");
    }
    return refusal == null;
  }

  private void account(Carriage mail, Account account, Optional<String> folder, int level) {
    if (!account.enabled()) {
      tell(level, Kind.DISABLED, account.address());
      return;
    }
    boolean copy = account.keepsCopy() || account.forwards().isEmpty();
    tell(level, copy ? Kind.MAILBOX : Kind.FORWARDS, account.address(), account.forwards());
    if (copy) {
      targets.add(new Local(mail.recipient(), account, folder, mail.owner()));
    }
    branched |= copy && !account.forwards().isEmpty();
    follow(mail, account.forwards(), level);
  }

  private void follow(Carriage mail, List<Address> others, int level) {
    branched |= others.size() > 1;
    others.forEach(other -> walk(mail.to(other), mail.address(), level + 1));
  }

  private void list(Carriage mail, DistributionList group, int level) {
    PostingRules.Answer answer =
        mail.byList() ? PostingRules.Answer.MAY : rules.ask(group, mail.from(), origin);
    switch (answer) {
      case MAY -> {
        tell(level, Kind.LIST, group.address(), group.members());
        list |= !branched;
        Carriage inside = mail.into(group);
        group.members().forEach(one -> walk(inside.to(one), mail.address(), level + 1));
      }
      case ASK_MODERATORS -> {
        tell(level, Kind.LIST_ASKS, group.address(), group.deciders());
        targets.add(new Moderated(mail.recipient(), group.deciders()));
      }
      case MAY_NOT -> {
        tell(level, Kind.LIST_REFUSES, group.address());
        targets.add(refusal(mail.recipient(), NOT_ALLOWED, "The sender may not send to this list"));
      }
    }
  }

  private void elsewhere(Carriage mail, Address by, int level) {
    if (!seen.add(AddressKey.of(mail.address()))) {
      tell(level, Kind.SEEN, mail.address());
      return;
    }
    tell(level, Kind.ELSEWHERE, mail.address());
    ReversePath from =
        mail.from()
            .address()
            .filter(sender -> !domains.isLocal(sender.domain()))
            .flatMap(sender -> rewriting.rewrite(sender, mainDomain(by)))
            .map(ReversePath::of)
            .orElse(mail.from());
    targets.add(new Elsewhere(mail.recipient(), from));
  }

  private void tell(int level, Kind kind, Address address) {
    tell(level, kind, address, List.of());
  }

  private void tell(int level, Kind kind, Address address, List<Address> others) {
    witness.accept(new ExpansionStep(level, kind, address, others));
  }

  private Domain mainDomain(Address by) {
    return domains.find(by.domain()).map(MailDomain::name).orElse(by.domain());
  }

  private Refused nobody(EnvelopeRecipient recipient) {
    Optional<AddressHolder> holder = book.holderOfBase(recipient.path().address());
    if (holder.isEmpty()) {
      return refusal(recipient, UNKNOWN, "No such recipient");
    }
    return holder.get() instanceof Account account && !account.enabled()
        ? refusal(recipient, DISABLED, "The mailbox is disabled")
        : refusal(recipient, LOOP, "The recipient leads to nobody");
  }

  private static Refused refusal(
      EnvelopeRecipient recipient, EnhancedStatusCode status, String reason) {
    return new Refused(recipient, status, reason);
  }

  private static Target withoutSuccess(Target target) {
    return switch (target) {
      case Local t ->
          new Local(Carriage.withoutSuccess(t.recipient()), t.account(), t.folder(), t.owner());
      case Elsewhere t -> new Elsewhere(Carriage.withoutSuccess(t.recipient()), t.from());
      case Moderated t -> new Moderated(Carriage.withoutSuccess(t.recipient()), t.moderators());
      case Refused t -> t;
    };
  }
}
