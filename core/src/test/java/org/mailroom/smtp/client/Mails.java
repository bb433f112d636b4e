package org.mailroom.smtp.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.ReversePath;

/** Mails and sessions for the tests. */
final class Mails {

  static final String TEXT = "Subject: Lunch\r\n\r\nNoon?\r\n";

  private Mails() {}

  static Envelope envelope(String reversePath, String... recipients) {
    return Envelope.of(
        ReversePath.parse(reversePath),
        Arrays.stream(recipients).map(ForwardPath::parse).map(EnvelopeRecipient::of).toList());
  }

  static Envelope fromAnnTo(String... recipients) {
    return envelope("ann@corp.test", recipients);
  }

  static MessageContent content(String text) {
    return new InMemoryContent(text.getBytes(StandardCharsets.UTF_8));
  }

  static SmtpPeer peer(StartTls startTls) {
    return new SmtpPeer(
        "sink.test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 25), startTls);
  }

  static SmtpClient client(SmtpConnector connector) {
    return new SmtpClient(
        connector, Domain.of("hub.corp.test"), SmtpClientTimeouts.DEFAULTS, System::nanoTime);
  }

  static SmtpClientSession session(ScriptedPeer peer) throws SessionNotOpenedException {
    return client(peer).open(peer(StartTls.NEVER));
  }

  static List<Report> reports(List<RecipientReport> all) {
    return all.stream().map(RecipientReport::report).toList();
  }
}
