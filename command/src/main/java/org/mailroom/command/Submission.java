package org.mailroom.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.ReversePath;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.RecipientReport;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.SessionNotOpenedException;
import org.mailroom.smtp.client.SmtpClient;
import org.mailroom.smtp.client.SmtpClientSession;
import org.mailroom.smtp.client.SmtpClientTimeouts;
import org.mailroom.smtp.client.SmtpPeer;
import org.mailroom.smtp.client.SocketConnector;
import org.mailroom.smtp.client.StartTls;

/** Hands a message to the hub over SMTP, as a client on this machine. */
final class Submission {

  private final Settings settings;
  private final InetSocketAddress address;

  Submission(Settings settings) {
    this.settings = settings;
    this.address =
        new InetSocketAddress(HubApi.reachable(settings.bind()), settings.ports().smtp());
  }

  /**
   * Sends it.
   *
   * @return one report per recipient, in the order of the envelope
   * @throws SessionNotOpenedException when the hub can't be reached or talks to nobody now
   * @throws IOException when the content can't be read
   */
  List<RecipientReport> send(Envelope envelope, MessageContent content)
      throws SessionNotOpenedException, IOException {
    SmtpPeer peer = new SmtpPeer(address.getHostString(), address, StartTls.NEVER);
    try (SmtpClientSession session = client().open(peer)) {
      List<RecipientReport> reports = session.send(envelope, content);
      session.quit();
      return reports;
    }
  }

  /** Says that there is no session, and why. */
  String unreachable(SessionNotOpenedException e) {
    return "The hub takes no mail at " + address + ": " + text(e.report());
  }

  static String text(Report report) {
    return switch (report) {
      case Report.Accepted accepted -> accepted.reply().toText();
      case Report.Refused refused -> refused.reply().toText();
      case Report.NoAnswer none -> "no answer to " + none.stage().keyword() + ": " + none.detail();
      case Report.Unsuitable unsuitable -> unsuitable.status() + " " + unsuitable.text();
    };
  }

  /**
   * Who it is from, and for.
   *
   * @throws FailureException when one of them is no address
   */
  static Envelope envelope(String from, List<String> to) throws FailureException {
    List<EnvelopeRecipient> recipients = new ArrayList<>();
    for (String address : to) {
      recipients.add(EnvelopeRecipient.of(forwardPath(address)));
    }
    return new Envelope(
        reversePath(from),
        recipients,
        BodyType.SEVEN_BIT,
        true,
        Optional.empty(),
        Optional.empty());
  }

  static ReversePath reversePath(String address) throws FailureException {
    try {
      return ReversePath.parse(address);
    } catch (IllegalArgumentException e) {
      throw noAddress(address, e);
    }
  }

  static ForwardPath forwardPath(String address) throws FailureException {
    try {
      return ForwardPath.parse(address);
    } catch (IllegalArgumentException e) {
      throw noAddress(address, e);
    }
  }

  private static FailureException noAddress(String address, IllegalArgumentException why) {
    return new FailureException("\"" + address + "\" is no address: " + why.getMessage());
  }

  private SmtpClient client() {
    try {
      return new SmtpClient(
          new SocketConnector(SSLContext.getDefault()),
          settings.hostname(),
          SmtpClientTimeouts.DEFAULTS,
          System::nanoTime);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has TLS", e);
    }
  }
}
