package org.mailroom.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.relay.Verdict.Step;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.MailExchangers.DnsUnavailableException;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.sasl.Credentials;
import org.mailroom.smtp.client.RecipientReport;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.SessionNotOpenedException;
import org.mailroom.smtp.client.SmtpClientPool;
import org.mailroom.smtp.client.SmtpPeer;
import org.mailroom.smtp.client.StartTls;

/**
 * One mail and the hosts of its next hop, in order: at most 5 addresses and 2 sessions. A recipient
 * is open until a host has settled it.
 */
final class HopTrial {

  private static final int MAX_ADDRESSES = 5;
  private static final int MAX_SESSIONS = 2;
  private static final EnhancedStatusCode NO_DNS = EnhancedStatusCode.of("4.4.3");
  private static final EnhancedStatusCode NO_ADDRESS_NOW = EnhancedStatusCode.of("4.4.4");
  private static final EnhancedStatusCode NO_ADDRESS = EnhancedStatusCode.of("5.4.4");

  private final SmtpClientPool clients;
  private final MailExchangers dns;
  private final NextHop hop;
  private final StartTls startTls;
  private final Optional<Credentials> credentials;
  private final boolean lmtp;
  private final Envelope envelope;
  private final MessageContent content;
  private final List<EnvelopeRecipient> recipients;
  private final Verdict[] verdicts;
  private final boolean[] settled;
  private final boolean[] dsnPassedOn;
  private int addresses;
  private int sessions;
  private boolean reached;
  private Diagnosis hopFailure;
  private String dnsFailure;

  HopTrial(
      SmtpClientPool clients,
      MailExchangers dns,
      NextHop hop,
      StartTls startTls,
      Optional<Credentials> credentials,
      boolean lmtp,
      Envelope envelope,
      MessageContent content) {
    this.clients = clients;
    this.dns = dns;
    this.hop = hop;
    this.startTls = startTls;
    this.credentials = credentials;
    this.lmtp = lmtp;
    this.envelope = envelope;
    this.content = content;
    this.recipients = envelope.recipients();
    this.verdicts = new Verdict[recipients.size()];
    this.settled = new boolean[recipients.size()];
    this.dsnPassedOn = new boolean[recipients.size()];
  }

  HopResult run() throws IOException {
    for (Host host : hop.hosts()) {
      for (InetAddress address : addresses(host)) {
        if (open().isEmpty() || addresses == MAX_ADDRESSES || sessions == MAX_SESSIONS) {
          return result();
        }
        addresses++;
        InetSocketAddress there = new InetSocketAddress(address, host.port());
        tryPeer(new SmtpPeer(host.name(), there, startTls, credentials, lmtp));
      }
    }
    return result();
  }

  private List<InetAddress> addresses(Host host) {
    if (IpLiteral.isAddress(host.name())) {
      return List.of(IpLiteral.parse(host.name()));
    }
    try {
      return dns.addresses(host.name());
    } catch (DnsUnavailableException e) {
      dnsFailure = e.getMessage();
      return List.of();
    }
  }

  private void tryPeer(SmtpPeer peer) throws IOException {
    List<Integer> open = open();
    Envelope those = envelope.withRecipients(open.stream().map(recipients::get).toList());
    try {
      List<RecipientReport> reports = clients.send(peer, those, content);
      sessions++;
      for (int i = 0; i < open.size(); i++) {
        take(open.get(i), reports.get(i), peer.name());
      }
    } catch (SessionNotOpenedException e) {
      Verdict verdict = FailurePolicy.judge(e.report(), peer.name());
      noteHop(verdict);
      open.forEach(recipient -> keepOpen(recipient, verdict));
    }
  }

  private void take(int recipient, RecipientReport report, String mta) {
    Verdict verdict = FailurePolicy.judge(report.report(), mta);
    noteHop(verdict);
    reached |= verdict.diagnosis().isReply() && !verdict.hopFailed();
    verdicts[recipient] = verdict;
    settled[recipient] = verdict.step() != Step.NEXT_ADDRESS;
    dsnPassedOn[recipient] = report.report() instanceof Accepted a && a.dsnPassedOn();
  }

  /** A host that takes no mail at all fails nobody while another one may yet. */
  private void keepOpen(int recipient, Verdict verdict) {
    boolean hasBetter = verdicts[recipient] != null && verdicts[recipient].step() != Step.FAIL;
    if (!hasBetter || verdict.step() != Step.FAIL) {
      verdicts[recipient] = verdict;
    }
  }

  private void noteHop(Verdict verdict) {
    if (verdict.hopFailed()) {
      hopFailure = verdict.diagnosis();
    }
  }

  private List<Integer> open() {
    List<Integer> open = new ArrayList<>(recipients.size());
    for (int i = 0; i < settled.length; i++) {
      if (!settled[i]) {
        open.add(i);
      }
    }
    return open;
  }

  private HopResult result() {
    List<RecipientOutcome> outcomes = new ArrayList<>(recipients.size());
    for (int i = 0; i < verdicts.length; i++) {
      outcomes.add(outcome(recipients.get(i), verdicts[i], dsnPassedOn[i]));
    }
    return new HopResult(
        outcomes, reached, reached ? Optional.empty() : Optional.ofNullable(hopFailure));
  }

  private RecipientOutcome outcome(EnvelopeRecipient who, Verdict verdict, boolean dsn) {
    if (verdict == null) {
      return nobodyToAsk(who);
    }
    return switch (verdict.step()) {
      case DELIVERED -> new Delivered(who, verdict.diagnosis(), dsn);
      case NEXT_ADDRESS, DEFER -> new Deferred(who, verdict.diagnosis());
      case FAIL -> new Failed(who, verdict.diagnosis());
    };
  }

  /**
   * A configured host without an address is our mistake or DNS's, and nobody's mail fails by it.
   */
  private RecipientOutcome nobodyToAsk(EnvelopeRecipient who) {
    if (dnsFailure != null) {
      return new Deferred(
          who, Diagnosis.ofHub("routing", NO_DNS, "DNS gave no answer: " + dnsFailure));
    }
    String reason = "No host of the next hop has an address";
    return hop.configured()
        ? new Deferred(who, Diagnosis.ofHub("routing", NO_ADDRESS_NOW, reason))
        : new Failed(who, Diagnosis.ofHub("routing", NO_ADDRESS, reason));
  }
}
