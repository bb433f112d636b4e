package org.mailroom.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.mail.Address;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.Answered;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Unsuitable;
import org.mailroom.smtp.client.SessionNotOpenedException;
import org.mailroom.smtp.client.SmtpClient;
import org.mailroom.smtp.client.SmtpClientSession;
import org.mailroom.smtp.client.SmtpPeer;
import org.mailroom.smtp.client.SocketConnector;
import org.mailroom.smtp.client.StartTls;

/**
 * A mail from postmaster to somebody here, handed in at this hub's own SMTP listener: it takes the
 * way of every mail, and its id leads to its trace.
 */
@Singleton
public class FirstMail {

  private static final Pattern QUEUED = Pattern.compile("queued as (\\S+)");

  private final Settings settings;
  private final Audit audit;
  private final Clock clock;
  private final SmtpClient client;

  /** By the listener of these settings. */
  @Inject
  public FirstMail(Settings settings, Audit audit, Clock clock) throws GeneralSecurityException {
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    this.client =
        new SmtpClient(
            new SocketConnector(SSLContext.getDefault()),
            settings.hostname(),
            DeliveryTests.TIMEOUTS,
            System::nanoTime);
  }

  /**
   * Hands it in.
   *
   * @return what it is queued as
   * @throws TestRefusedException when the hub doesn't take it; the message has its answer
   */
  public QueueId send(String actor, ForwardPath to) throws TestRefusedException {
    if (settings.ports().smtp() == 0) {
      throw new TestRefusedException("MAILROOM_SMTP_PORT is 0: the hub takes no mail over SMTP");
    }
    long entry = audit.begin(AuditedAction.of(actor, "test mail", to.toString(), ""));
    String outcome = "refused";
    try (MessageContent content = content(to)) {
      QueueId id = handIn(to, content);
      outcome = id.text();
      return id;
    } catch (IOException e) {
      throw new TestRefusedException(e.getMessage());
    } finally {
      audit.end(entry, 1, outcome);
    }
  }

  private QueueId handIn(ForwardPath to, MessageContent content)
      throws TestRefusedException, IOException {
    InetAddress host = settings.bind();
    InetSocketAddress listener =
        new InetSocketAddress(
            host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host,
            settings.ports().smtp());
    Envelope envelope =
        Envelope.of(new ReversePath(Optional.of(postmaster())), List.of(EnvelopeRecipient.of(to)));
    SmtpPeer peer = new SmtpPeer(listener.getHostString(), listener, StartTls.NEVER);
    try (SmtpClientSession session = client.open(peer)) {
      Report report = session.send(envelope, content).get(0).report();
      session.quit();
      return id(report);
    } catch (SessionNotOpenedException e) {
      throw new TestRefusedException(text(e.report()));
    }
  }

  private static QueueId id(Report report) throws TestRefusedException {
    Matcher queued = QUEUED.matcher(text(report));
    if (!(report instanceof Accepted) || !queued.find()) {
      throw new TestRefusedException(text(report));
    }
    return QueueId.of(queued.group(1));
  }

  private static String text(Report report) {
    return switch (report) {
      case Answered answer -> answer.text();
      case NoAnswer none -> none.detail();
      case Unsuitable no -> no.text();
    };
  }

  private MessageContent content(ForwardPath to) {
    String host = settings.hostname().ascii();
    ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    String text =
        String.join(
            "\r\n",
            "From: " + TestMail.shown(postmaster()),
            "To: " + TestMail.shown(to.address()),
            "Subject: The first mail of " + host,
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now),
            "Message-ID: <first." + clock.millis() + "@" + host + ">",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "The mail hub " + host + " takes mail, and delivers it: you are reading it.",
            "You need not answer.",
            "");
    return new InMemoryContent(text.getBytes(StandardCharsets.UTF_8));
  }

  private Address postmaster() {
    return new Address("postmaster", settings.domain());
  }
}
