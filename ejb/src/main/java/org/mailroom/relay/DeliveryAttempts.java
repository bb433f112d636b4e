package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.database.DatabaseException;
import org.mailroom.delivery.LocalAttempts;
import org.mailroom.directory.Route;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.queue.QueuedMail;
import org.mailroom.relay.Admission.Down;
import org.mailroom.relay.Admission.Full;
import org.mailroom.relay.Admission.Granted;
import org.mailroom.relay.Admission.Paused;
import org.mailroom.retry.RetrySchedule;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.routing.RoutingResult.TryLater;
import org.mailroom.routing.RoutingResult.Unroutable;
import org.mailroom.settings.SettingForms;
import org.mailroom.settlement.AttemptResult;
import org.mailroom.settlement.AttemptResult.Parked;
import org.mailroom.settlement.AttemptResult.Share;
import org.mailroom.settlement.AttemptResult.Split;
import org.mailroom.settlement.AttemptResult.Tried;

/** Makes delivery attempts: the route of this moment, the gate's leave, and the next hop. */
@Singleton
public class DeliveryAttempts {

  private static final Duration DATABASE_DOWN = Duration.ofSeconds(30);

  private final LocalAttempts local;
  private final Router router;
  private final ChosenRoutes chosen;
  private final DestinationGate gate;
  private final HopRoutes routes;
  private final HopSender sender;

  /** Attempts on the hub's routes. */
  @Inject
  DeliveryAttempts(
      LocalAttempts local,
      Router router,
      ChosenRoutes chosen,
      DestinationGate gate,
      HopRoutes routes,
      HopSender sender) {
    this.local = local;
    this.router = router;
    this.chosen = chosen;
    this.gate = gate;
    this.routes = routes;
    this.sender = sender;
  }

  /**
   * One attempt. Publishes nothing.
   *
   * @throws IOException when the content can't be read
   */
  AttemptResult attempt(QueuedMail mail) throws IOException {
    if (mail.route().isEmpty() && local.isLocal(mail)) {
      return file(mail);
    }
    Optional<Paused> paused = gate.askForAny();
    if (paused.isPresent()) {
      return new Parked(mail.nextHop().orElse(mail.group()), paused.get().delay());
    }
    if (mail.route().isPresent()) {
      return along(chosen.resolve(mail.route().get()), mail);
    }
    List<EnvelopeRecipient> recipients = mail.envelope().recipients();
    if (recipients.size() > 1) {
      List<Share> shares = local.ways(mail);
      if (shares.size() > 1) {
        return new Split(shares, List.of());
      }
    }
    EnvelopeRecipient any = recipients.get(0);
    return along(router.resolve(any.path().domain(), mail.envelope().reversePath()), mail);
  }

  /** A mail for mailboxes that came this way, such as a report: it doesn't keep others waiting. */
  private AttemptResult file(QueuedMail mail) throws IOException {
    try {
      return local.attempt(mail);
    } catch (DatabaseException e) {
      return new Parked(mail.group(), DATABASE_DOWN);
    }
  }

  private AttemptResult along(RoutingResult way, QueuedMail mail) throws IOException {
    return switch (way) {
      case Found found -> throughGate(found.nextHop(), mail);
      case TryLater later -> {
        Diagnosis why = Diagnosis.ofHub("routing", later.status(), later.reason());
        yield forAll(mail, mail.group(), who -> new Deferred(who, why));
      }
      case Unroutable never -> {
        Diagnosis why = Diagnosis.ofHub("routing", never.status(), never.reason());
        yield forAll(mail, mail.group(), who -> new Failed(who, why));
      }
    };
  }

  private AttemptResult throughGate(NextHop hop, QueuedMail mail) throws IOException {
    return switch (gate.admit(hop, mail.group())) {
      case Granted granted -> send(granted.slot(), hop, mail);
      case Full full -> new Parked(hop.key(), gate.joinLine(hop.key()));
      case Paused paused -> new Parked(hop.key(), paused.delay());
      case Down down -> {
        Diagnosis last = down.last();
        Diagnosis why =
            new Diagnosis("gate", last.status(), last.text(), last.isReply(), last.remoteMta());
        yield forAll(mail, hop.key(), who -> new Deferred(who, why));
      }
    };
  }

  private static Optional<RetrySchedule> schedule(Route route) {
    return route.schedule().map(SettingForms::schedule);
  }

  private AttemptResult send(Slot slot, NextHop hop, QueuedMail mail) throws IOException {
    try (slot) {
      Optional<Route> route =
          mail.route().isPresent() ? Optional.empty() : routes.of(hop, mail.envelope());
      HopResult result = sender.send(hop, route, mail.envelope(), mail.content());
      if (result.reached()) {
        slot.succeeded();
      } else {
        result.hopFailure().ifPresent(slot::failed);
      }
      return new Tried(hop.key(), result.outcomes(), route.flatMap(DeliveryAttempts::schedule));
    } finally {
      gate.freed(hop.key());
    }
  }

  private static AttemptResult forAll(
      QueuedMail mail, String nextHop, Function<EnvelopeRecipient, RecipientOutcome> outcome) {
    return new Tried(nextHop, mail.envelope().recipients().stream().map(outcome).toList());
  }
}
