package org.mailroom.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.directory.Account;
import org.mailroom.directory.Directory;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.Expansion;
import org.mailroom.directory.Expansion.Elsewhere;
import org.mailroom.directory.Expansion.Local;
import org.mailroom.directory.Expansion.Moderated;
import org.mailroom.directory.Expansion.Refused;
import org.mailroom.directory.Expansion.Target;
import org.mailroom.directory.ExpansionStep;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ReversePath;
import org.mailroom.probe.WayStep.Kind;
import org.mailroom.reception.HubReceptionPolicy;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.server.Peer;
import org.mailroom.store.AccountUses;

/** Tells which way a mail would take, without sending it. It may ask DNS. */
@Singleton
public class Explainer {

  /** Ways to other hubs that are looked up; the rest is said to be more. */
  private static final int MOST_WAYS = 5;

  private final HubReceptionPolicy policy;
  private final Directory directory;
  private final AccountUses uses;
  private final WayOut out;

  /** Asks these. */
  @Inject
  public Explainer(HubReceptionPolicy policy, Directory directory, AccountUses uses, WayOut out) {
    this.policy = policy;
    this.directory = directory;
    this.uses = uses;
    this.out = out;
  }

  /** A mail's domain and sender decide its way out. */
  private record Onward(Domain domain, ReversePath from) {}

  /** The steps, in their order; after a refusal there are no more. */
  public List<WayStep> explain(Question mail) {
    List<WayStep> steps = new ArrayList<>();
    Optional<Address> user = mail.loggedIn() ? mail.from().address() : Optional.empty();
    Peer peer = new Peer(mail.client(), user);
    if (isTaken(mail, peer, steps)) {
      goOn(mail, peer, steps);
    }
    return steps;
  }

  /** What MAIL and RCPT would be answered. */
  private boolean isTaken(Question mail, Peer peer, List<WayStep> steps) {
    String from = mail.from().toString();
    Optional<SmtpReply> no = policy.refuseMail(peer, mail.from());
    if (no.isPresent()) {
      steps.add(WayStep.of(Kind.MAIL_REFUSED, from, no.get().toText()));
      return false;
    }
    steps.add(WayStep.of(Kind.MAIL_TAKEN, from, ""));
    long most = policy.limits().messageSize();
    if (mail.size() > most) {
      steps.add(WayStep.of(Kind.TOO_LARGE, Long.toString(mail.size()), Long.toString(most)));
      return false;
    }
    String to = mail.to().toString();
    no = policy.refuseRecipient(peer, mail.from(), mail.to());
    steps.add(
        no.isPresent()
            ? WayStep.of(Kind.RCPT_REFUSED, to, no.get().toText())
            : WayStep.of(Kind.RCPT_TAKEN, to, ""));
    return no.isEmpty();
  }

  private void goOn(Question mail, Peer peer, List<WayStep> steps) {
    DirectorySnapshot now = directory.snapshot();
    Domain domain = mail.to().domain();
    if (!now.isLocal(domain)) {
      steps.addAll(out.of(domain, mail.from(), now));
      return;
    }
    steps.add(WayStep.of(Kind.LOCAL, domain.text(), ""));
    Expansion expansion =
        now.expand(
            EnvelopeRecipient.of(mail.to()),
            mail.from(),
            policy.origin(peer),
            step -> steps.add(step(step)));
    Set<Onward> ways = new LinkedHashSet<>();
    for (Target target : expansion.targets()) {
      end(target, ways).ifPresent(steps::add);
    }
    ways.stream()
        .limit(MOST_WAYS)
        .forEach(way -> steps.addAll(out.of(way.domain(), way.from(), now)));
    if (ways.size() > MOST_WAYS) {
      steps.add(WayStep.of(Kind.MORE, Integer.toString(ways.size() - MOST_WAYS), ""));
    }
  }

  private static WayStep step(ExpansionStep step) {
    return new WayStep(
        Kind.valueOf(step.kind().name()),
        step.level(),
        step.address().toString(),
        "",
        step.others().stream().map(Address::toString).toList());
  }

  /** Where a mail ends in this hub; a way out is noted. */
  private Optional<WayStep> end(Target target, Set<Onward> ways) {
    return switch (target) {
      case Local local -> Optional.of(filed(local));
      case Elsewhere other -> {
        ways.add(new Onward(other.recipient().path().domain(), other.from()));
        yield Optional.empty();
      }
      case Refused no ->
          Optional.of(
              WayStep.of(
                  Kind.REFUSED, no.recipient().path().toString(), no.status() + " " + no.reason()));
      // The list has said that it asks.
      case Moderated asks -> Optional.empty();
    };
  }

  private WayStep filed(Local local) {
    Account account = local.account();
    boolean full = uses.of(account.id()).isFull(account.quotaOctets(), account.quotaMessages());
    return WayStep.of(
        full ? Kind.MAILBOX_FULL : Kind.FILED,
        account.address().toString(),
        local.folder().orElse("INBOX"));
  }
}
