package org.mailroom.tracking.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Opening;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.mail.ReversePath;
import org.mailroom.tracking.TraceKind;

/** What the mail log says is in the database, once and in its order, on H2 and on PostgreSQL. */
class TraceWriterTest extends TraceStoreSetup {

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
    log.notified(dsn, id, List.of(to("ann@corp.test")), 7, "failed");
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
  void allIsWrittenThatWasThereAndWhatCameMeanwhileWaits() {
    open(TestDatabase.H2);
    int mails = TraceWriter.BATCH + 100;
    for (int i = 0; i < mails; i++) {
      accepted("ann@corp.test", "", "bob@x.test");
    }
    whenTaken = () -> accepted("ann@corp.test", "", "eve@x.test");
    writer.write();
    assertThat(count("trace_recipient where recipient_key = 'bob@x.test'")).isEqualTo(mails);
    assertThat(writer.written()).isEqualTo(2);
    assertThat(backlog.size()).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenBeforeTheHubIsOpen() {
    database = TestDatabase.H2.open(folder);
    accepted("ann@corp.test", "", "bob@x.test");
    new TraceWriter(backlog, database, new Opening(), clock).write();
    assertThat(backlog.size()).isEqualTo(1);
  }
}
