package org.mailroom.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.queue.PartId;
import org.mailroom.queue.QueuedMail;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;

/** A mail, what happened to it, and the DSN that comes of it. */
final class Dialogue {

  static final Instant SENT = Instant.parse("2026-11-03T02:42:07Z");
  static final Instant NOW = Instant.parse("2026-11-03T03:00:00Z");
  static final QueueId ORIGINAL_ID = QueueId.of("01HZY8Q2K3M4N");

  private final Spool spool;
  private String reversePath = "ann@corp.test";
  private byte[] content =
      """
      Message-ID: <one@corp.test>
      Subject: Quarterly report
      From: ann@corp.test

      Hello.
      """
          .replace("\n", "\r\n")
          .getBytes(StandardCharsets.UTF_8);
  private boolean smtpUtf8;
  private Optional<Ret> ret = Optional.empty();
  private Optional<String> envelopeId = Optional.empty();

  Dialogue(Spool spool) {
    this.spool = spool;
  }

  Dialogue from(String path) {
    reversePath = path;
    return this;
  }

  Dialogue content(String text) {
    return content(text.getBytes(StandardCharsets.UTF_8));
  }

  Dialogue content(byte[] octets) {
    content = octets.clone();
    return this;
  }

  Dialogue smtpUtf8() {
    smtpUtf8 = true;
    return this;
  }

  Dialogue ret(Ret value) {
    ret = Optional.of(value);
    return this;
  }

  Dialogue envelopeId(String value) {
    envelopeId = Optional.of(value);
    return this;
  }

  static EnvelopeRecipient to(String address) {
    return EnvelopeRecipient.of(ForwardPath.parse(address));
  }

  static EnvelopeRecipient to(String address, Notify notify) {
    return new EnvelopeRecipient(ForwardPath.parse(address), Optional.of(notify), Optional.empty());
  }

  static EnvelopeRecipient to(String address, OriginalRecipient original) {
    return new EnvelopeRecipient(
        ForwardPath.parse(address), Optional.empty(), Optional.of(original));
  }

  static Diagnosis reply(String stage, String status, String text) {
    return new Diagnosis(
        stage, EnhancedStatusCode.of(status), text, true, Optional.of("mx.example.test"));
  }

  static DsnSubject failed(EnvelopeRecipient recipient) {
    return failed(recipient, reply("rcpt", "5.1.1", "550 5.1.1 No such user"));
  }

  static DsnSubject failed(EnvelopeRecipient recipient, Diagnosis diagnosis) {
    return new DsnSubject(recipient, DsnAction.FAILED, diagnosis, NOW, Optional.empty());
  }

  static DsnSubject delayed(EnvelopeRecipient recipient) {
    Diagnosis diagnosis = reply("rcpt", "4.2.2", "452 4.2.2 Mailbox full");
    return new DsnSubject(
        recipient, DsnAction.DELAYED, diagnosis, NOW, Optional.of(SENT.plus(Duration.ofDays(5))));
  }

  static DsnSubject reached(EnvelopeRecipient recipient, DsnAction action) {
    Diagnosis diagnosis = reply("dot", "2.0.0", "250 2.0.0 Queued");
    return new DsnSubject(recipient, action, diagnosis, NOW, Optional.empty());
  }

  Optional<QueuedMail> dsn(DsnSubject... subjects) {
    List<EnvelopeRecipient> recipients =
        List.of(subjects).stream().map(DsnSubject::recipient).toList();
    Envelope envelope =
        new Envelope(
            ReversePath.parse(reversePath),
            recipients,
            BodyType.EIGHT_BIT_MIME,
            smtpUtf8,
            ret,
            envelopeId);
    QueuedMail about =
        QueuedMail.received(
            ORIGINAL_ID,
            PartId.of(1),
            envelope,
            "group",
            SENT,
            SENT.plus(Duration.ofDays(5)),
            Origin.trusted("192.0.2.1"),
            new InMemoryContent(content));
    return composer().compose(about, List.of(subjects));
  }

  private DsnComposer composer() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new DsnComposer(
        settings(),
        new GroupOfDomain(),
        spool,
        new QueueIdSource(clock),
        clock,
        ZoneOffset.ofHours(8));
  }

  static byte[] octets(MessageContent content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    return out.toByteArray();
  }

  static String text(QueuedMail mail) throws IOException {
    return new String(octets(mail.content()), StandardCharsets.UTF_8);
  }

  static MimeMessage parse(QueuedMail mail) throws IOException, MessagingException {
    Properties properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    return new MimeMessage(
        Session.getInstance(properties), new ByteArrayInputStream(octets(mail.content())));
  }

  private static Settings settings() {
    try {
      return SettingsParser.parse(
          Map.of(
              "MAILROOM_HOSTNAME", "hub.corp.test",
              "MAILROOM_DOMAIN", "corp.test",
              "MAILROOM_EXPIRY", "5d"));
    } catch (SettingsException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class GroupOfDomain implements Router {
    @Override
    public String group(Domain domain) {
      return "group of " + domain.ascii();
    }

    @Override
    public RoutingResult resolve(Domain domain) {
      return new RoutingResult.TryLater(EnhancedStatusCode.of("4.4.3"), "not asked");
    }
  }

  /** The subject of a DSN of this action, about a recipient with this NOTIFY. */
  static DsnSubject subject(String address, Notify notify, DsnAction action) {
    return switch (action) {
      case FAILED -> failed(to(address, notify));
      case DELAYED -> delayed(to(address, notify));
      case DELIVERED, RELAYED, EXPANDED -> reached(to(address, notify), action);
    };
  }
}
