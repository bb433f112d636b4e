package org.mailroom.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.Route;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.MessageContent;
import org.mailroom.probe.DeliveryTest.Verdict;
import org.mailroom.probe.TestStep.Kind;
import org.mailroom.probe.WayStep.Tone;
import org.mailroom.relay.HopManner;
import org.mailroom.routing.MailExchangers.DnsUnavailableException;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.routing.RoutingResult.TryLater;
import org.mailroom.routing.RoutingResult.Unroutable;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.Answered;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Unsuitable;
import org.mailroom.smtp.client.SessionNotOpenedException;
import org.mailroom.smtp.client.SmtpClientSession;
import org.mailroom.smtp.client.SmtpPeer;
import org.mailroom.smtp.client.Stage;
import org.mailroom.smtp.client.StartTls;

/** One delivery test, from the route to QUIT: the hosts of the next hop until one has a session. */
final class TestRun {

  private static final int MOST_ADDRESSES = 3;

  private final TestTools tools;
  private final TestRequest request;
  private final StepRecorder recorder;
  private final Envelope envelope;
  private final MessageContent content;
  private int addresses;

  TestRun(TestTools tools, DeliveryTest test, StepRecorder recorder, MessageContent content) {
    this.tools = tools;
    this.request = test.request();
    this.recorder = recorder;
    this.content = content;
    this.envelope = Envelope.of(request.from(), List.of(EnvelopeRecipient.of(request.to())));
  }

  Verdict run() throws IOException {
    DirectorySnapshot now = tools.directory().snapshot();
    String domain = request.to().domain().text();
    if (now.isLocal(request.to().domain())) {
      recorder.step(Kind.LOCAL, Tone.GOOD, domain, "", List.of());
      return Verdict.LOCAL;
    }
    return switch (tools.router().resolve(request.to().domain(), request.from())) {
      case Found found -> {
        Optional<Route> route = tools.routes().of(found.nextHop(), envelope);
        recorder.step(
            Kind.ROUTE,
            Tone.GOOD,
            found.nextHop().key(),
            route.map(Route::name).orElse(""),
            found.nextHop().hosts().stream().map(Host::toString).toList());
        yield hosts(found.nextHop(), tools.manners().of(found.nextHop(), route));
      }
      case TryLater later -> {
        recorder.step(Kind.NO_WAY, Tone.WARNING, domain, later.reason(), List.of());
        yield Verdict.NO_WAY;
      }
      case Unroutable never -> {
        recorder.step(Kind.NO_WAY, Tone.BAD, domain, never.reason(), List.of());
        yield Verdict.NO_WAY;
      }
    };
  }

  private Verdict hosts(NextHop hop, HopManner manner) throws IOException {
    for (Host host : hop.hosts()) {
      for (InetAddress address : addresses(host)) {
        if (addresses == MOST_ADDRESSES) {
          return Verdict.UNREACHED;
        }
        addresses++;
        Optional<Verdict> verdict = host(host, address, manner, manner.startTls());
        if (verdict.isPresent()) {
          return verdict.get();
        }
      }
    }
    return Verdict.UNREACHED;
  }

  private List<InetAddress> addresses(Host host) {
    if (IpLiteral.isAddress(host.name())) {
      return List.of(IpLiteral.parse(host.name()));
    }
    recorder.begin();
    try {
      List<InetAddress> found = tools.dns().addresses(host.name());
      recorder.step(
          Kind.DNS,
          found.isEmpty() ? Tone.WARNING : Tone.GOOD,
          host.name(),
          "",
          found.stream().map(InetAddress::getHostAddress).toList());
      return found;
    } catch (DnsUnavailableException e) {
      recorder.step(Kind.DNS, Tone.WARNING, host.name(), e.getMessage(), List.of());
      return List.of();
    }
  }

  /** Empty when another address may be tried. */
  private Optional<Verdict> host(
      Host host, InetAddress address, HopManner manner, StartTls startTls) throws IOException {
    InetSocketAddress there = new InetSocketAddress(address, host.port());
    recorder.begin(host.name() + " (" + address.getHostAddress() + ":" + host.port() + ")");
    SmtpPeer peer = new SmtpPeer(host.name(), there, startTls, manner.credentials(), manner.lmtp());
    try (SmtpClientSession session = tools.client().open(peer, recorder)) {
      return Optional.of(ask(session));
    } catch (SessionNotOpenedException e) {
      boolean handshake = e.report() instanceof NoAnswer none && none.stage() == Stage.STARTTLS;
      tell(e.report());
      if (handshake && startTls == StartTls.IF_OFFERED && manner.credentials().isEmpty()) {
        recorder.step(Kind.PLAIN, Tone.WARNING, host.name(), "", List.of());
        return host(host, address, manner, StartTls.NEVER);
      }
      return Optional.empty();
    }
  }

  private Verdict ask(SmtpClientSession session) throws IOException {
    Optional<Report> no = session.probe(envelope, content.size());
    if (no.isPresent()) {
      if (!(no.get() instanceof Answered)) {
        tell(no.get());
      }
      session.quit();
      return verdict(no.get());
    }
    if (!request.testMail()) {
      session.quit();
      return Verdict.TAKEN;
    }
    recorder.begin();
    recorder.mute(true);
    Report report = session.send(envelope, content).get(0).report();
    recorder.mute(false);
    boolean taken = report instanceof Accepted;
    recorder.step(
        Kind.SENT,
        taken ? Tone.GOOD : tone(report),
        request.to().toString(),
        text(report),
        List.of());
    session.quit();
    return taken ? Verdict.SENT : verdict(report);
  }

  private void tell(Report report) {
    recorder.step(Kind.FAILURE, tone(report), stage(report), text(report), List.of());
  }

  private static Verdict verdict(Report report) {
    return switch (report) {
      case Answered no -> no.isPermanent() ? Verdict.REFUSED : Verdict.LATER;
      case NoAnswer none -> Verdict.UNREACHED;
      case Unsuitable no -> Verdict.REFUSED;
    };
  }

  private static Tone tone(Report report) {
    return report instanceof Answered no && !no.isPermanent() ? Tone.WARNING : Tone.BAD;
  }

  private static String stage(Report report) {
    return switch (report) {
      case Answered no -> no.stage().keyword();
      case NoAnswer none -> none.stage().keyword();
      case Unsuitable no -> Stage.MAIL.keyword();
    };
  }

  private static String text(Report report) {
    return switch (report) {
      case Answered no -> no.text();
      case NoAnswer none -> none.detail();
      case Unsuitable no -> no.text();
    };
  }
}
