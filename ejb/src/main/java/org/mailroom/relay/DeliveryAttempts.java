package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.mailroom.relay.AttemptResult.Parked;
import org.mailroom.relay.AttemptResult.Split;
import org.mailroom.relay.AttemptResult.Tried;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.routing.RoutingResult.TryLater;
import org.mailroom.routing.RoutingResult.Unroutable;

/** Makes delivery attempts: the route of this moment, the gate's leave, and the next hop. */
@Singleton
public class DeliveryAttempts {

  private final Router router;
  private final ChosenRoutes chosen;
  private final DestinationGate gate;
  private final HopSender sender;

  /** Attempts on the hub's routes. */
  @Inject
  DeliveryAttempts(Router router, ChosenRoutes chosen, DestinationGate gate, HopSender sender) {
    this.router = router;
    this.chosen = chosen;
    this.gate = gate;
    this.sender = sender;
  }

  /**
   * One attempt. Publishes nothing.
   *
   * @throws IOException when the content can't be read
   */
  AttemptResult attempt(QueuedMail mail) throws IOException {
    Optional<Paused> paused = gate.askForAny();
    if (paused.isPresent()) {
      return new Parked(mail.nextHop().orElse(mail.group()), paused.get().delay());
    }
    if (mail.route().isPresent()) {
      return along(chosen.resolve(mail.route().get()), mail);
    }
    Map<String, List<EnvelopeRecipient>> groups = groups(mail);
    if (groups.size() > 1) {
      return new Split(groups);
    }
    EnvelopeRecipient any = mail.envelope().recipients().get(0);
    return along(router.resolve(any.path().domain()), mail);
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

  private AttemptResult send(Slot slot, NextHop hop, QueuedMail mail) throws IOException {
    try (slot) {
      HopResult result = sender.send(hop, mail.envelope(), mail.content());
      if (result.reached()) {
        slot.succeeded();
      } else {
        result.hopFailure().ifPresent(slot::failed);
      }
      return new Tried(hop.key(), result.outcomes());
    } finally {
      gate.freed(hop.key());
    }
  }

  private Map<String, List<EnvelopeRecipient>> groups(QueuedMail mail) {
    Map<String, List<EnvelopeRecipient>> groups = new LinkedHashMap<>();
    for (EnvelopeRecipient recipient : mail.envelope().recipients()) {
      String group = router.group(recipient.path().domain());
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(recipient);
    }
    return groups;
  }

  private static AttemptResult forAll(
      QueuedMail mail, String nextHop, Function<EnvelopeRecipient, RecipientOutcome> outcome) {
    return new Tried(nextHop, mail.envelope().recipients().stream().map(outcome).toList());
  }
}
