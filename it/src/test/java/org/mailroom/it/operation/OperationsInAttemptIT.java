package org.mailroom.it.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.command.Result;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.DnsStub;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/**
 * Operations on a mail that is in an attempt: its next hop doesn't answer RCPT before the test lets
 * it. The change comes with the outcome, or too late.
 */
class OperationsInAttemptIT {

  private static final int PORT = PortRange.next();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String EXCHANGER = "127.0.0.2";
  private static final String SENDER = "ann@sender.test";
  private static final String PUT_OFF = "451 4.3.0 not now";
  private static final String TAKEN = "250 2.1.5 welcome";
  private static final String LEFT_TO_IT = "1 in a delivery attempt: changed with its outcome";
  private static final String TOO_LATE = "1 skipped: already delivered or given up";
  private static final String BUSY = "1 skipped: another operation is changing it";

  /** Each domain is a next hop of its own, so that no test knows how another's attempts went. */
  private static final List<String> DOMAINS =
      List.of(
          "sender.test",
          "hold.test",
          "reroute.test",
          "expire.test",
          "fail.test",
          "delete.test",
          "late.test",
          "refused.test",
          "soon.test",
          "gone.test",
          "some.test",
          "export.test",
          "retry.test");

  private static DnsStub dns;
  private static ScriptedNextHop nextHop;
  private static ScriptedNextHop other;
  private static Hub hub;

  private final CountDownLatch signal = new CountDownLatch(1);

  @BeforeAll
  static void startHub() throws IOException {
    dns = new DnsStub(PORT + 7);
    for (String domain : DOMAINS) {
      dns.mx(domain, 10, "mx." + domain).address("mx." + domain, EXCHANGER);
    }
    nextHop = ScriptedNextHop.listen(EXCHANGER, PORT + 5);
    other = ScriptedNextHop.listen("127.0.0.1", PORT + 6);
    hub =
        new Hub("operations-in-attempt", PORT)
            .with("DNS", "127.0.0.1:" + (PORT + 7))
            .with("REMOTE_SMTP_PORT", Integer.toString(PORT + 5))
            .with("RETRY", "1h")
            .start();
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
    nextHop.close();
    other.close();
    dns.close();
  }

  @AfterEach
  void emptyTheQueue() throws IOException {
    signal.countDown();
    nextHop.script().clear();
    hub.run("queue", "delete", "all", "--reason", "the test is over").success();
    hub.awaitEmptyQueue();
  }

  @Test
  void itIsHeldWhenTheAttemptPutsItOff() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@hold.test");
    assertThat(run("hold", id, "--reason", "a test")).isEqualTo("0 held, " + LEFT_TO_IT);
    assertThat(list("id:" + id + " state:in-flight")).as("still in its attempt").hasSize(1);

    signal.countDown();
    await("held").atMost(PATIENCE).until(() -> list("id:" + id + " state:held").size() == 1);
    assertThat(show(id)).as("the attempt is noted").contains("not now");
    assertThat(list("id:" + id + " attempts:1")).as("the attempt counts").hasSize(1);
    assertThat(run("release", id)).isEqualTo("1 released");
    nextHop.awaitMailFor("bob@hold.test");
  }

  @Test
  void itIsReroutedWhenTheAttemptPutsItOff() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@reroute.test");
    assertThat(run("reroute", id, "--to", "[127.0.0.1]:" + other.port()))
        .isEqualTo("0 rerouted, " + LEFT_TO_IT);
    assertThat(other.mails()).isEmpty();

    signal.countDown();
    other.awaitMailFor("bob@reroute.test");
    await("its end").atMost(PATIENCE).until(() -> list("id:" + id).isEmpty());
    assertThat(nextHop.mails()).noneMatch(mail -> mail.isFor("bob@reroute.test"));
  }

  @Test
  void itGetsAnotherExpiryWhenTheAttemptPutsItOff() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@expire.test");
    assertThat(run("expire", id, "--at", "2031-01-02T03:04:05Z"))
        .isEqualTo("0 given another expiry, " + LEFT_TO_IT);
    assertThat(show(id)).doesNotContain("2031-01-02T03:04:05Z");

    signal.countDown();
    await("waiting").atMost(PATIENCE).until(() -> list("id:" + id + " state:deferred").size() == 1);
    assertThat(show(id)).contains("2031-01-02T03:04:05Z", "not now");
  }

  @Test
  void itFailsWithANoticeWhenTheAttemptPutsItOff() throws Exception {
    String id = inAttempt(PUT_OFF, "bob@fail.test");
    assertThat(run("fail", id, "--reason", "the site has closed"))
        .isEqualTo("0 failed, " + LEFT_TO_IT);

    signal.countDown();
    ParsedDsn dsn = ParsedDsn.of(awaitNotice("bob@fail.test").contentAsSent());
    assertThat(dsn.field(0, "Final-Recipient")).hasValue("rfc822;bob@fail.test");
    assertThat(dsn.field(0, "Diagnostic-Code").orElse("")).contains("the site has closed");
    await("its end").atMost(PATIENCE).until(() -> list("id:" + id).isEmpty());
    await("the mail log")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(logged(id))
                    .anyMatch(line -> line.contains("deferred id="))
                    .anyMatch(line -> line.contains("failed id=")));
  }

  @Test
  void itIsDeletedWhenTheAttemptPutsItOff() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@delete.test");
    assertThat(run("delete", id, "--reason", "a test")).isEqualTo("0 deleted, " + LEFT_TO_IT);
    assertThat(list("id:" + id)).hasSize(1);

    signal.countDown();
    await("its end").atMost(PATIENCE).until(() -> list("id:" + id).isEmpty());
    assertThat(list("all")).as("nothing else came of it, and no notice").isEmpty();
    await("the mail log")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(logged(id)).anyMatch(line -> line.contains("stage=operator")));
    assertThat(logged(id)).noneMatch(line -> line.contains("notified"));
  }

  /** The job has ended, and the mail is delivered nevertheless: the change would be a lie. */
  @Test
  void aMailThatTheNextHopTakesIsDeliveredWhateverWasWanted() throws IOException {
    String id = inAttempt(TAKEN, "bob@late.test");
    assertThat(run("fail", id, "--reason", "a test")).isEqualTo("0 failed, " + LEFT_TO_IT);

    signal.countDown();
    nextHop.awaitMailFor("bob@late.test");
    await("its end").atMost(PATIENCE).until(() -> list("all").isEmpty());
    await("the mail log")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(logged(id)).anyMatch(line -> line.contains("delivered id=")));
    assertThat(logged(id))
        .noneMatch(line -> line.contains("failed id=") || line.contains("notified"));
  }

  @Test
  void aMailThatTheNextHopRefusesIsReportedOnceAndNotHeld() throws IOException {
    String id = inAttempt("550 5.1.1 nobody here", "bob@refused.test");
    assertThat(run("hold", id, "--reason", "a test")).isEqualTo("0 held, " + LEFT_TO_IT);

    signal.countDown();
    awaitNotice("bob@refused.test");
    await("its end").atMost(PATIENCE).until(() -> list("all").isEmpty());
    assertThat(notices("bob@refused.test")).hasSize(1);
  }

  /** The attempt ends while the job still waits for it, so that the job can say what came of it. */
  @Test
  void theJobSaysThatItWasChanged() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@soon.test");
    String job = wantTwice(id);
    signal.countDown();
    assertThat(awaitResult(job)).isEqualTo("1 held");
    assertThat(list("id:" + id + " state:held")).hasSize(1);
  }

  @Test
  void theJobSaysThatItCameTooLate() throws IOException {
    String id = inAttempt(TAKEN, "bob@gone.test");
    String job = wantTwice(id);
    signal.countDown();
    assertThat(awaitResult(job)).isEqualTo("0 held, " + TOO_LATE);
    nextHop.awaitMailFor("bob@gone.test");
    assertThat(list("all")).isEmpty();
  }

  @Test
  void onlyTheRecipientsThatAreLeftAreHeld() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@some.test", "eve@some.test");
    assertThat(run("hold", id, "--reason", "a test")).isEqualTo("0 held, " + LEFT_TO_IT);

    signal.countDown();
    await("held").atMost(PATIENCE).until(() -> list("id:" + id + " state:held").size() == 1);
    assertThat(nextHop.awaitMailFor("eve@some.test").isFor("bob@some.test")).isFalse();
    assertThat(run("release", id)).isEqualTo("1 released");
    assertThat(nextHop.awaitMailFor("bob@some.test").isFor("eve@some.test")).isFalse();
  }

  /** A copy can't be added to an archive that somebody has fetched already. */
  @Test
  void aMailInAnAttemptIsNotExported() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@export.test");
    assertThat(run("export", "id:" + id, "--output", "target/not-exported.zip"))
        .isEqualTo("0 exported, 1 skipped: in a delivery attempt");

    signal.countDown();
    await("waiting").atMost(PATIENCE).until(() -> list("id:" + id + " state:deferred").size() == 1);
    assertThat(Files.readString(hub.data().resolve("logs/server.log")))
        .doesNotContain("can't be made");
  }

  @Test
  void aMailInAnAttemptIsNotRetried() throws IOException {
    String id = inAttempt(PUT_OFF, "bob@retry.test");
    assertThat(run("retry", id)).isEqualTo("0 retried, 1 skipped: in a delivery attempt");
  }

  /**
   * Accepts a mail, and waits until the next hop is asked for its first recipient. It will answer
   * that when the signal is given.
   */
  private String inAttempt(String answer, String... recipients) throws IOException {
    String asked = "<" + recipients[0] + ">";
    nextHop.script().at(Stage.RCPT, asked, Action.after(signal, answer), 1);
    String id = RawSmtp.deliver(hub.smtpPort(), SENDER, Mails.simple("in an attempt"), recipients);
    nextHop.awaitCommands("RCPT TO:" + asked, 1);
    return id;
  }

  /**
   * Two jobs want to hold the mail: when one is told that the other is at it, the other's wish is
   * certainly known.
   *
   * @return the job that waits for the attempt
   */
  private static String wantTwice(String id) throws IOException {
    List<String> jobs = List.of(startHold(id), startHold(id));
    List<String> waiting =
        await("one of them is told of the other")
            .atMost(PATIENCE)
            .until(
                () -> jobs.stream().filter(OperationsInAttemptIT::isRunning).toList(),
                running -> running.size() < 2);
    assertThat(waiting).hasSize(1);
    Stream<String> ended = jobs.stream().filter(job -> !waiting.contains(job));
    assertThat(ended.map(OperationsInAttemptIT::awaitResult)).containsExactly("0 held, " + BUSY);
    return waiting.get(0);
  }

  private static String startHold(String id) throws IOException {
    JsonObject operation =
        Json.createObjectBuilder()
            .add("operation", "hold")
            .add("filter", id)
            .add("reason", "a test")
            .build();
    return hub.post("operations", operation).getString("id");
  }

  private static boolean isRunning(String job) {
    return job(job).getString("state").equals("running");
  }

  private static String awaitResult(String job) {
    await("the end of the job").atMost(PATIENCE).until(() -> !isRunning(job));
    return job(job).getString("result");
  }

  private static JsonObject job(String job) {
    try {
      return hub.api("jobs/" + job);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static RelayedMail awaitNotice(String about) {
    return await("a notice about " + about)
        .atMost(PATIENCE)
        .until(() -> notices(about), notices -> !notices.isEmpty())
        .get(0);
  }

  private static List<RelayedMail> notices(String about) {
    return nextHop.mails().stream()
        .filter(mail -> mail.isFor(SENDER) && mail.text().contains("rfc822;" + about))
        .toList();
  }

  private static String run(String operation, String id, String... rest) throws IOException {
    String[] words =
        Stream.concat(Stream.of("queue", operation, id), Stream.of(rest)).toArray(String[]::new);
    Result result = hub.run(words).success();
    return result.out().strip();
  }

  private static String show(String id) throws IOException {
    return hub.run("queue", "show", id).success().out();
  }

  /** The lines of the list without its head. */
  private static List<String> list(String filter) throws IOException {
    return hub.run("queue", "list", filter).success().out().lines().skip(1).toList();
  }

  private static List<String> logged(String id) throws IOException {
    return Files.readAllLines(hub.data().resolve("logs/mail.log"), UTF_8).stream()
        .filter(line -> line.contains(id))
        .toList();
  }
}
