package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PrintingTest {

  @Test
  void statusSaysHowTheHubDoes() {
    Json status =
        Json.parse(
            """
            {"ready":true,"version":"0.1.0","since":"2026-11-22T21:00:00Z",
             "queues":{"ready":1,"deferred":2,"delivery":0,"held":0,"dead":0},"oldest_seconds":7200,
             "listeners":[{"name":"smtp","address":"127.0.0.1:2525","open":true},
              {"name":"submissions","address":"127.0.0.1:2465","open":false}],
             "warnings":["the disk is 86 % full"]}
            """);

    assertThat(printed(out -> StatusCommand.print(status, out)))
        .isEqualTo(
            """
            Mailroom 0.1.0 is ready, since 2026-11-22T21:00:00Z
              smtp         127.0.0.1:2525           open
              submissions  127.0.0.1:2465           closed
              queue        ready 1, deferred 2, delivery 0, held 0, dead 0; oldest 2h
              warning      the disk is 86 % full
            """);
  }

  @Test
  void aTraceHasALineForEachEvent() {
    Json trace =
        Json.parse(
            """
            {"id":"0123456789ABC","accepted":"2026-11-22T21:00:00Z","from":"ann@corp.test",
             "user":"a@corp.test","subject":"Lunch\\u001b[2J","bytes":42,"recipients":1,"to":["bob@x.test"],"events":[
             {"time":"2026-11-22T21:00:01Z","event":"held","to":"bob@x.test","actor":"ann",
              "detail":"a loop"}]}
            """);

    assertThat(printed(out -> TraceCommand.printTrace(trace, out)))
        .containsPattern("user +a@corp.test")
        .contains("subject", "Lunch?[2J", "held", "<bob@x.test>", "ann", "a loop");
  }

  @Test
  void tracesAreListedWithTheirLastEvent() {
    Json page =
        Json.parse(
            """
            {"traces":[{"id":"0123456789ABC","accepted":"2026-11-22T21:00:00Z","from":"",
             "to":"bob@x.test","subject":"Lunch","bytes":42,"last":{"event":"deferred"}}],
             "next":"1-2"}
            """);

    assertThat(printed(out -> TraceCommand.printList(page, out)))
        .isEqualTo(
            """
            ID             ACCEPTED              FROM  TO            LAST      SUBJECT
            0123456789ABC  2026-11-22T21:00:00Z  <>    <bob@x.test>  deferred  Lunch
            more: --after 1-2
            """);
  }

  @Test
  void aListHasARowForEachMail() {
    Json page =
        Json.parse(
            """
            {"page":1,"size":1000,"total":2001,"mails":[
             {"id":"0123456789ABC","part":"1","state":"deferred","from":"ann@corp.test",
              "to":["bob@x.test","eve@x.test"],"bytes":4096,"attempts":2,
              "next_attempt":"2026-11-22T21:00:00Z","last":{"text":"450 4.2.0 later\\u001b[2J"}},
             {"id":"0123456789ABD","part":"1","state":"ready","from":"","to":["kim@y.test"],
              "bytes":1,"attempts":0}]}
            """);

    assertThat(printed(out -> QueueCommand.printList(page, out)))
        .isEqualTo(
            """
            ID             PART  STATE     BYTES  TRIES  NEXT                  FROM             TO             LAST
            0123456789ABC  1     deferred  4096   2      2026-11-22T21:00:00Z  <ann@corp.test>  bob@x.test +1  450 4.2.0 later?[2J
            0123456789ABD  1     ready     1      0                            <>               kim@y.test
            page 1, 2001 in all
            """);
  }

  @Test
  void aPartIsShownWithAllThatIsKnown() {
    Json part =
        Json.parse(
            """
            {"id":"0123456789ABC","part":"2.1","to":["bob@x.test","eve@x.test"],"last":{"stage":"rcpt"}}
            """);

    assertThat(printed(out -> QueueCommand.printPart(part, out)))
        .isEqualTo(
            """
            PART        2.1
            id          0123456789ABC
            part        2.1
            to          bob@x.test
            to          eve@x.test
            last stage  rcpt
            """);
  }

  @Test
  void destinationsSayWhetherMailGoesThereAndWhyNot() {
    Json answer =
        Json.parse(
            """
            {"pause":{"actor":"ann","reason":"Move"},"destinations":[
             {"next_hop":"x.test","state":"active","mails":0,"connections_in_use":1,"connections":5,
              "mails_per_minute":60,"limits":{"connections":5,"mails_per_minute":60}},
             {"next_hop":"y.test","state":"paused","until":"22:00","mails":7,"oldest":"20:00",
              "connections_in_use":0,"connections":1,"mails_per_minute":0,
              "pause":{"actor":"bob","reason":"They asked"},
              "last_error":{"stage":"connect","text":"refused"}}]}
            """);

    assertThat(printed(out -> QueueCommand.printDestinations(answer, out)))
        .isEqualTo(
            """
            All relaying is paused: Move (ann)
            NEXT HOP  STATE   UNTIL  MAILS  OLDEST  CONNECTIONS  PER MINUTE  LIMITS                              PAUSED            LAST ERROR
            x.test    active         0              1/5          60          connections 5, mails per minute 60
            y.test    paused  22:00  7      20:00   0/1          0                                               They asked (bob)  refused
            """);
  }

  @Test
  void aSessionHasALine() {
    Json answer =
        Json.parse(
            """
            {"sessions":[
             {"id":"imap-7","listener":"imap","client":"192.0.2.1","port":4711,
              "since":"2026-11-22T21:00:00Z","idle_seconds":61,"tls":true,"user":"ann@corp.test"},
             {"id":"smtp-1","listener":"smtp","client":"::1","port":4712,
              "since":"2026-11-22T21:00:01Z","idle_seconds":0,"tls":false}]}
            """);

    assertThat(printed(out -> SessionCommand.print(answer, out)))
        .isEqualTo(
            """
            ID      USER           CLIENT     TLS  SINCE                 IDLE
            imap-7  ann@corp.test  192.0.2.1  yes  2026-11-22T21:00:00Z  61 s
            smtp-1                 ::1        no   2026-11-22T21:00:01Z  0 s
            """);
  }

  private static String printed(Consumer<PrintStream> printing) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8)) {
      printing.accept(out);
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
