package org.mailroom.tracking.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Opening;
import org.mailroom.hub.StoppedClock;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.ReversePath;
import org.mailroom.metrics.MailCounters;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceBacklog;
import org.mailroom.tracking.TraceEvent;

/** The mail log, the database and the search, with a clock that stands still. */
abstract class TraceStoreSetup {

  static final String HOP = "[192.0.2.1]:25";

  @TempDir Path folder;
  final StoppedClock clock = new StoppedClock();
  final QueueIdSource ids = new QueueIdSource(clock);
  final Opening opening = new Opening();
  final TraceBacklog backlog =
      new TraceBacklog(10_000) {
        @Override
        public List<TraceEvent> take(int most) {
          List<TraceEvent> taken = super.take(most);
          whenTaken.run();
          return taken;
        }
      };
  final MailLog log = new MailLog(backlog, clock, new MailCounters());
  Runnable whenTaken = () -> {};
  Database database;
  TraceWriter writer;
  TraceSearch search;

  void open(TestDatabase kind) {
    database = kind.open(folder);
    writer = new TraceWriter(backlog, database, opening, clock);
    search = new TraceSearch(database);
    opening.open();
  }

  @AfterEach
  void closeDatabase() {
    if (database != null) {
      database.close();
    }
  }

  QueueId accepted(String from, String subject, String... to) {
    QueueId id = ids.next();
    acceptedAs(id, from, subject, to);
    return id;
  }

  void delivered(QueueId id, String to) {
    Delivered delivered = new Delivered(to(to), why("dot", "2.0.0", "250 2.0.0 Ok"), false);
    log.outcome(id, ReversePath.NULL, delivered, 1, HOP, Duration.ofSeconds(1));
  }

  void acceptedAs(QueueId id, String from, String subject, String... to) {
    log.accepted(
        id,
        ReversePath.parse(from),
        Arrays.stream(to).map(TraceStoreSetup::to).toList(),
        subject,
        42,
        client(),
        "ws12",
        "ESMTP");
  }

  List<TraceRow> find(String sender, String recipient, String subject) {
    return search.find(
        new TraceQuery(
            Optional.empty(),
            Optional.empty(),
            sender,
            recipient,
            subject,
            Optional.empty(),
            "",
            10));
  }

  List<TraceRow> page(String after, int size) {
    return search.find(
        new TraceQuery(
            Optional.empty(), Optional.empty(), "", "", "", Optional.empty(), after, size));
  }

  static List<QueueId> ids(List<TraceRow> rows) {
    return rows.stream().map(TraceRow::id).toList();
  }

  long count(String table) {
    return database
        .<Number>read(
            entities ->
                (Number)
                    entities.createNativeQuery("select count(*) from " + table).getSingleResult())
        .longValue();
  }

  void rename(String from, String to) {
    change("alter table " + from + " rename to " + to);
  }

  void change(String statement) {
    database.<Integer>change(entities -> entities.createNativeQuery(statement).executeUpdate());
  }

  static EnvelopeRecipient to(String address) {
    return EnvelopeRecipient.of(ForwardPath.parse(address));
  }

  static Diagnosis why(String stage, String status, String text) {
    return new Diagnosis(
        stage, EnhancedStatusCode.of(status), text, true, Optional.of("mx.x.test"));
  }

  static Origin client() {
    return new Origin("192.0.2.7", Optional.of(Address.parse("ann@corp.test")), false);
  }
}
