package org.mailroom.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.broker.Broker;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.directory.People;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.metrics.MailCounters;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartId;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.WaitingMail;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.SmartHostRouter;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.settlement.AttemptResult;
import org.mailroom.settlement.AttemptResult.Split;
import org.mailroom.settlement.AttemptResult.Tried;
import org.mailroom.store.AccountUses;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailboxNews;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceBacklog;

/** A directory, a store and the attempts to deliver into it. */
abstract class LocalAttemptsSetup {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  static final Origin TRUSTED = Origin.trusted("192.0.2.1");
  static final String EVE = "eve@away.test";
  static final String OUT = "[192.0.2.9]:25";

  @TempDir Path folder;
  final People people = new People().domain("corp.test", Optional.empty());
  Database database;
  final List<QueuedMail> asked = new ArrayList<>();
  final TraceBacklog traces = new TraceBacklog(100);
  MailStore store;
  LocalAttempts attempts;

  @BeforeEach
  void open() throws SettingsException {
    database = TestDatabase.H2.open(folder);
    store = new MailStore(database, new AccountUses(database), new MailboxNews(), CLOCK);
    SmartHostRouter router = new SmartHostRouter(new Host("192.0.2.9", 25));
    ApprovalRequests requests =
        new ApprovalRequests(
            new RememberingQueue(),
            router,
            SettingsParser.parse(Map.of("MAILROOM_HOSTNAME", "hub.corp.test")),
            new Spool(folder, 100_000),
            new QueueIdSource(CLOCK),
            new MailLog(traces, CLOCK, new MailCounters()),
            CLOCK);
    Moderation moderation =
        new Moderation(
            database, new QueueIndex(), new WaitingMail(new QueueIndex()), requests, CLOCK);
    attempts =
        new LocalAttempts(
            people::snapshot, new LocalLookup(moderation), new FilingLines(store), router);
    people.account("ann@corp.test").accountFor(1, "bob@corp.test");
  }

  @AfterEach
  void close() {
    database.close();
  }

  List<String> tried(QueuedMail mail) throws IOException {
    AttemptResult result = attempts.attempt(mail);
    assertThat(result).isInstanceOf(Tried.class);
    return ((Tried) result).outcomes().stream().map(LocalAttemptsSetup::inWords).toList();
  }

  Split split(QueuedMail mail) throws IOException {
    AttemptResult result = attempts.attempt(mail);
    assertThat(result).isInstanceOf(Split.class);
    return (Split) result;
  }

  static String inWords(RecipientOutcome outcome) {
    return outcome.getClass().getSimpleName() + " " + outcome.diagnosis().status();
  }

  List<String> traces(long account) {
    return store.mailboxes(account).stream()
        .flatMap(box -> store.messages(box.id(), 1, 100).stream())
        .map(message -> message.trace())
        .toList();
  }

  /** A list of Bob's. */
  void list(String address, Posting posting, String... members) {
    people.list(address, posting, "bob@corp.test", members);
  }

  static QueuedMail mail(String from, String... to) {
    return mailOf("01HZY8Q2K3M4N", TRUSTED, from, to);
  }

  static QueuedMail mail(Origin origin, String from) {
    return mailOf("01HZY8Q2K3M4N", origin, from, "staff@corp.test");
  }

  static QueuedMail next(String from, String... to) {
    return mailOf("01HZY8Q2K3M4P", TRUSTED, from, to);
  }

  static QueuedMail mailOf(String id, Origin origin, String from, String... to) {
    List<EnvelopeRecipient> recipients =
        List.of(to).stream().map(ForwardPath::parse).map(EnvelopeRecipient::of).toList();
    return QueuedMail.received(
        QueueId.of(id),
        PartId.of(1),
        Envelope.of(ReversePath.parse(from), recipients),
        LocalParts.RECIPIENTS,
        CLOCK.instant(),
        CLOCK.instant().plus(Duration.ofDays(5)),
        origin,
        new InMemoryContent("Subject: x\r\n\r\ny\r\n".getBytes(UTF_8)));
  }

  String replyTo() throws IOException {
    try (InputStream in = asked.get(0).content().open()) {
      String text = new String(in.readAllBytes(), UTF_8);
      int start = text.indexOf("Reply-To: <") + "Reply-To: <".length();
      return text.substring(start, text.indexOf('>', start));
    }
  }

  final class RememberingQueue extends MailQueue {

    RememberingQueue() {
      super(CLOCK, new QueueIndex(), new Broker());
    }

    @Override
    public void accept(Publication parts) {
      parts.entries().forEach(entry -> asked.add(entry.mail()));
    }
  }
}
