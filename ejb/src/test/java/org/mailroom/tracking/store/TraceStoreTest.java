package org.mailroom.tracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Opening;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.mail.ReversePath;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceBacklog;
import org.mailroom.tracking.TraceKind;

/** From the mail log to the search, on H2 and on PostgreSQL. */
class TraceStoreTest {

  private static final String HOP = "[192.0.2.1]:25";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final QueueIdSource ids = new QueueIdSource(clock);
  private final Opening opening = new Opening();
  private final TraceBacklog backlog = new TraceBacklog(2_000);
  private final MailLog log = new MailLog(backlog, clock);
  private Database database;
  private TraceWriter writer;
  private TraceSearch search;

  private void open(TestDatabase kind) {
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

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTraceHasAllThatHappenedInItsOrder(TestDatabase kind) {
    open(kind);
    QueueId id = accepted("ann@corp.test", "=?utf-8?B?w4RwZmVs?= today", "bob@x.test");
    log.outcome(
        id,
        ReversePath.parse("ann@corp.test"),
        new Deferred(to("bob@x.test"), why("rcpt", "4.2.2", "452 4.2.2 full")),
        1,
        HOP,
        Duration.ofSeconds(1));
    log.operated(id, List.of(to("bob@x.test")), TraceKind.HELD, "ann", "a loop");
    log.operated(id, List.of(to("bob@x.test")), TraceKind.RELEASED, "ann", "");
    QueueId dsn = ids.next();
    Failed failed = new Failed(to("bob@x.test"), why("rcpt", "4.4.7", "452 4.2.2 full"));
    log.outcome(id, ReversePath.NULL, failed, 2, HOP, Duration.ofDays(5));
    log.notified(dsn, id, to("ann@corp.test"), 7, "failed");
    writer.write();

    Trace trace = search.show(id).orElseThrow();
    assertThat(trace.sender()).isEqualTo("ann@corp.test");
    assertThat(trace.subject()).isEqualTo("Äpfel today");
    assertThat(trace.recipients()).containsExactly("bob@x.test");
    assertThat(trace.client()).isEqualTo("192.0.2.7");
    assertThat(trace.user()).isEqualTo("ann@corp.test");
    assertThat(trace.steps())
        .extracting(TraceStep::kind)
        .containsExactly("deferred", "held", "released", "expired", "notified");
    TraceStep deferred = trace.steps().get(0);
    assertThat(deferred.nextHop()).isEqualTo(HOP);
    assertThat(deferred.remoteMta()).isEqualTo("mx.x.test");
    assertThat(deferred.words()).isEqualTo("452 4.2.2 full");
    assertThat(deferred.isReply()).isTrue();
    assertThat(trace.steps().get(1).actor()).isEqualTo("ann");
    assertThat(trace.steps().get(1).detail()).isEqualTo("a loop");
    assertThat(trace.steps().get(4).child()).hasValue(dsn);
    assertThat(search.show(dsn).orElseThrow().parent()).hasValue(id);
    assertThat(search.show(dsn).orElseThrow().user()).isEmpty();
    TraceRow row = find("", "bob@x.test", "").get(0);
    assertThat(row.id()).isEqualTo(id);
    assertThat(row.last().orElseThrow().kind()).isEqualTo("expired");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void mailIsFoundBySenderRecipientSubjectIdAndTime(TestDatabase kind) {
    open(kind);
    Instant start = clock.instant();
    QueueId one = accepted("Ann.B@Corp.test", "Quarterly report", "\"Bob\"@X.test", "eve@y.test");
    clock.pass(Duration.ofMinutes(1));
    QueueId two = accepted("", "项目进度报告", "bob@例子.test");
    writer.write();

    assertThat(ids(find("ann.b@corp.TEST", "", ""))).containsExactly(one, one);
    assertThat(ids(find("", "bob@x.test", ""))).containsExactly(one);
    assertThat(ids(find("@corp.test", "", ""))).containsExactly(one, one);
    assertThat(ids(find("", "@xn--fsqu00a.test", ""))).containsExactly(two);
    assertThat(ids(find("ann*", "", ""))).containsExactly(one, one);
    assertThat(ids(find("", "bob*", ""))).containsExactly(two, one);
    assertThat(ids(find("", "bob@x.*", ""))).containsExactly(one);
    assertThat(ids(find("<>", "", ""))).containsExactly(two);
    assertThat(ids(find("", "", "REPORT"))).containsExactly(one, one);
    assertThat(ids(find("", "eve@y.test", "report quarterly"))).containsExactly(one);
    assertThat(ids(find("", "", "quart* report"))).containsExactly(one, one);
    assertThat(find("", "", "quart")).isEmpty();
    assertThat(find("", "", "report other")).isEmpty();
    assertThat(ids(find("", "", "进度"))).containsExactly(two);
    assertThat(ids(find("", "", "项"))).containsExactly(two);
    assertThat(ids(find("", "", ""))).containsExactly(two, one, one);
    assertThat(
            ids(
                search.find(
                    new TraceQuery(
                        Optional.of(start),
                        Optional.of(start.plusSeconds(60)),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        10))))
        .containsExactly(one, one);
    assertThatThrownBy(() -> find("", "bob", "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> find("", "", "--")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesFollowEachOtherWithoutGapsWhateverComesMeanwhile(TestDatabase kind) {
    open(kind);
    List<QueueId> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.addFirst(accepted("ann@corp.test", "", "bob@x.test"));
      clock.pass(Duration.ofMillis(i % 2));
    }
    writer.write();
    List<QueueId> paged = new ArrayList<>();
    String place = "";
    while (true) {
      List<TraceRow> page = page(place, 3);
      if (page.isEmpty()) {
        break;
      }
      paged.addAll(ids(page));
      place = page.getLast().place();
      accepted("ann@corp.test", "", "bob@x.test");
      writer.write();
    }
    assertThat(paged).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void hostileTextsAreWrittenAndCut(TestDatabase kind) {
    open(kind);
    String hostile = "\0\uD83D\u0085 " + "x\u202E".repeat(600);
    QueueId id = ids.next();
    log.accepted(
        id, ReversePath.NULL, List.of(to("bob@x.test")), hostile, 1, client(), hostile, "ESMTP");
    log.operated(id, List.of(to("bob@x.test")), TraceKind.HELD, hostile, hostile);
    writer.write();

    assertThat(backlog.dropped()).isZero();
    Trace trace = search.show(id).orElseThrow();
    assertThat(trace.subject()).hasSizeLessThanOrEqualTo(200).contains("x");
    assertThat(trace.steps()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatTheDatabaseRefusesIsDroppedAlone(TestDatabase kind) {
    open(kind);
    change("alter table trace_recipient add check (recipient_key <> 'bad@x.test')");
    QueueId one = accepted("ann@corp.test", "", "bob@x.test");
    QueueId bad = accepted("ann@corp.test", "", "bad@x.test");
    delivered(bad, "bad@x.test");
    QueueId two = accepted("ann@corp.test", "", "eve@x.test");
    delivered(two, "eve@x.test");
    writer.write();
    assertThat(ids(find("", "@x.test", ""))).containsExactly(two, one);
    assertThat(find("", "@x.test", "").get(0).last().orElseThrow().kind()).isEqualTo("delivered");
    assertThat(search.show(bad)).isEmpty();
    assertThat(backlog.dropped()).isEqualTo(2);
    assertThat(writer.trouble().orElseThrow()).startsWith("2 events are missing");
    clock.pass(Duration.ofHours(2));
    assertThat(writer.trouble()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatCameWhileTheDatabaseWasAwayIsWrittenOnce(TestDatabase kind) {
    open(kind);
    accepted("ann@corp.test", "", "bob@x.test");
    writer.write();
    rename("trace_event", "away");
    QueueId id = accepted("ann@corp.test", "", "eve@x.test");
    log.operated(id, List.of(to("eve@x.test")), TraceKind.HELD, "ann", "");
    writer.write();
    writer.write();
    assertThat(writer.trouble().orElseThrow()).contains("The database doesn't answer", "since");
    rename("away", "trace_event");
    writer.write();
    assertThat(writer.trouble()).isEmpty();
    assertThat(backlog.dropped()).isZero();
    assertThat(ids(find("", "eve@x.test", ""))).containsExactly(id);
    assertThat(search.show(id).orElseThrow().steps()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsTooOldGoesAndNothingElse(TestDatabase kind) {
    open(kind);
    QueueId old = accepted("ann@corp.test", "old words", "bob@x.test");
    log.operated(old, List.of(to("bob@x.test")), TraceKind.HELD, "ann", "");
    writer.write();
    clock.pass(Duration.ofDays(89));
    QueueId young = accepted("ann@corp.test", "young words", "bob@x.test");
    writer.write();
    TraceExpiry expiry = new TraceExpiry(database, backlog, opening, Duration.ofDays(90), clock);
    expiry.expire();
    assertThat(ids(find("", "", ""))).containsExactly(young, old);
    clock.pass(Duration.ofDays(2));
    expiry.expire();
    assertThat(ids(find("", "", ""))).containsExactly(young);
    assertThat(search.show(old)).isEmpty();
    assertThat(ids(find("", "", "words"))).containsExactly(young);
    assertThat(count("trace_event")).isZero();
    assertThat(count("trace_key where name in ('old', 'young')")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anOutcomeThatCameSoonIsInTheRowOfItsRecipient(TestDatabase kind) {
    open(kind);
    QueueId id = accepted("ann@corp.test", "", "bob@x.test", "Bob@x.test", "eve@x.test");
    delivered(id, "Bob@x.test");
    clock.pass(Duration.ofSeconds(1));
    delivered(id, "bob@x.test");
    writer.write();
    assertThat(count("trace_event")).isZero();
    delivered(id, "eve@x.test");
    writer.write();
    assertThat(count("trace_event")).isEqualTo(1);
    assertThat(search.show(id).orElseThrow().steps())
        .extracting(TraceStep::recipient)
        .containsExactly("Bob@x.test", "bob@x.test", "eve@x.test");
    assertThat(find("", "", ""))
        .extracting(row -> row.last().orElseThrow().recipient())
        .containsExactly("eve@x.test", "Bob@x.test", "bob@x.test");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHappenedBetweenKeepsItsPlace(TestDatabase kind) {
    open(kind);
    QueueId id = accepted("ann@corp.test", "", "bob@x.test", "eve@x.test");
    log.operated(id, List.of(to("bob@x.test")), TraceKind.HELD, "ann", "");
    delivered(id, "eve@x.test");
    writer.write();
    assertThat(search.show(id).orElseThrow().steps())
        .extracting(TraceStep::kind)
        .containsExactly("held", "delivered");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMailThatWasLongOnItsWayIsFoundByItsId(TestDatabase kind) {
    open(kind);
    QueueId slow = ids.next();
    clock.pass(Duration.ofMinutes(10));
    QueueId quick = accepted("ann@corp.test", "", "bob@x.test");
    clock.pass(Duration.ofMillis(1));
    acceptedAs(slow, "ann@corp.test", "", "eve@x.test");
    clock.pass(Duration.ofMillis(1));
    QueueId last = accepted("ann@corp.test", "", "bob@x.test", "eve@x.test");
    writer.write();
    assertThat(count("trace_late")).isEqualTo(1);
    assertThat(search.show(slow).orElseThrow().recipients()).containsExactly("eve@x.test");
    assertThat(search.show(last).orElseThrow().recipients())
        .containsExactly("bob@x.test", "eve@x.test");
    assertThat(ids(find("", "", ""))).containsExactly(last, last, slow, quick);
    for (QueueId id : List.of(quick, slow)) {
      assertThat(
              ids(
                  search.find(
                      new TraceQuery(
                          Optional.empty(),
                          Optional.empty(),
                          "@corp.test",
                          "",
                          "",
                          Optional.of(id),
                          "",
                          10))))
          .containsExactly(id);
    }
  }

  /** More than fit into a block, so that a search goes from one to the next. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsSearchedIsFoundInEachBlock(TestDatabase kind) {
    open(kind);
    QueueId first = accepted("ann@corp.test", "rare words", "bob@x.test");
    for (int batch = 0; batch < 3; batch++) {
      for (int i = 0; i < 490; i++) {
        accepted("many@corp.test", "many words", "all@y.test", "others@z.test");
      }
      writer.write();
    }
    QueueId last = accepted("ann@corp.test", "rare words", "bob@x.test");
    writer.write();
    assertThat(ids(find("ann@corp.test", "", ""))).containsExactly(last, first);
    assertThat(ids(find("", "@x.test", ""))).containsExactly(last, first);
    assertThat(ids(find("@corp.test", "", "words rare"))).containsExactly(last, first);
    assertThat(ids(find("", "", "rar*"))).containsExactly(last, first);
    assertThat(ids(find("", "bo*", ""))).containsExactly(last, first);
    assertThat(ids(find("an*", "@x.test", "wor*"))).containsExactly(last, first);
    assertThat(find("", "@corp.test", "")).isEmpty();
    assertThat(find("", "@est", "")).isEmpty();
    int rows = 0;
    String place = "";
    do {
      List<TraceRow> page = page(place, 200);
      rows += page.size();
      place = page.size() == 200 ? page.getLast().place() : "";
    } while (!place.isEmpty());
    assertThat(rows).isEqualTo(2 + 3 * 490 * 2);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClockThatWasSetBackIsNoTrouble(TestDatabase kind) {
    open(kind);
    accepted("ann@corp.test", "", "bob@x.test");
    writer.write();
    clock.pass(Duration.ofDays(-1));
    TraceWriter afterRestart = new TraceWriter(backlog, database, opening, clock);
    QueueId id = accepted("ann@corp.test", "", "eve@x.test");
    afterRestart.write();
    assertThat(ids(find("", "eve@x.test", ""))).containsExactly(id);
    assertThat(backlog.dropped()).isZero();
  }

  @Test
  void nothingIsWrittenBeforeTheHubIsOpen() {
    database = TestDatabase.H2.open(folder);
    accepted("ann@corp.test", "", "bob@x.test");
    new TraceWriter(backlog, database, new Opening(), clock).write();
    assertThat(backlog.size()).isEqualTo(1);
  }

  @Test
  void idsAreNumbersAndBack() {
    QueueId id = ids.next();
    assertThat(IdNumber.toId(IdNumber.of(id))).isEqualTo(id);
    assertThat(IdNumber.of(id)).isGreaterThanOrEqualTo(IdNumber.at(clock.instant()));
    assertThat(IdNumber.of(id)).isLessThan(IdNumber.at(clock.instant().plusMillis(2)));
    assertThat(IdNumber.of(QueueId.of("ZZZZZZZZZZZZZ"))).isNegative();
  }

  private QueueId accepted(String from, String subject, String... to) {
    QueueId id = ids.next();
    acceptedAs(id, from, subject, to);
    return id;
  }

  private void delivered(QueueId id, String to) {
    Delivered delivered = new Delivered(to(to), why("dot", "2.0.0", "250 2.0.0 Ok"), false);
    log.outcome(id, ReversePath.NULL, delivered, 1, HOP, Duration.ofSeconds(1));
  }

  private void acceptedAs(QueueId id, String from, String subject, String... to) {
    log.accepted(
        id,
        ReversePath.parse(from),
        Arrays.stream(to).map(TraceStoreTest::to).toList(),
        subject,
        42,
        client(),
        "ws12",
        "ESMTP");
  }

  private List<TraceRow> find(String sender, String recipient, String subject) {
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

  private List<TraceRow> page(String after, int size) {
    return search.find(
        new TraceQuery(
            Optional.empty(), Optional.empty(), "", "", "", Optional.empty(), after, size));
  }

  private static List<QueueId> ids(List<TraceRow> rows) {
    return rows.stream().map(TraceRow::id).toList();
  }

  private long count(String table) {
    return database
        .<Number>read(
            entities ->
                (Number)
                    entities.createNativeQuery("select count(*) from " + table).getSingleResult())
        .longValue();
  }

  private void rename(String from, String to) {
    change("alter table " + from + " rename to " + to);
  }

  private void change(String statement) {
    database.<Integer>change(entities -> entities.createNativeQuery(statement).executeUpdate());
  }

  private static EnvelopeRecipient to(String address) {
    return EnvelopeRecipient.of(ForwardPath.parse(address));
  }

  private static Diagnosis why(String stage, String status, String text) {
    return new Diagnosis(
        stage, EnhancedStatusCode.of(status), text, true, Optional.of("mx.x.test"));
  }

  private static Origin client() {
    return new Origin("192.0.2.7", Optional.of(Address.parse("ann@corp.test")), false);
  }

  /** Stands still until somebody lets time pass. */
  private static final class SettableClock extends Clock {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
