package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.client.Stuffing;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.DnsStub;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/**
 * A hub killed at exact points, from the content of a mail to its DSN (F1 to F7). Each needs a
 * start of the hub; those that others come near to are left to {@code bench/faults points}.
 */
class KillPointsIT {

  private static final int PORT = PortRange.next();
  private static final String SENDER = "ann@corp.test";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static DnsStub dns;
  private static ScriptedNextHop hop;
  private static Hub hub;
  private static KillPoints points;

  private int before;

  @BeforeAll
  static void open() throws IOException {
    dns = new DnsStub(CrashSite.dnsPort(PORT));
    for (String domain : List.of("corp.test", "a.test", "b.test")) {
      dns.mx(domain, 10, "mx." + domain).address("mx." + domain, CrashSite.EXCHANGER);
    }
    hop = ScriptedNextHop.listen(CrashSite.EXCHANGER, CrashSite.exchangerPort(PORT));
    hub = CrashSite.hub("kill-points", PORT);
    points = KillPoints.of(hub);
    hub.start();
  }

  @AfterAll
  static void close() throws IOException {
    hub.close();
    hop.close();
    dns.close();
  }

  @BeforeEach
  void begin() throws IOException {
    points.disarm();
    hop.script().clear();
    if (hub.process().isEmpty()) {
      hub.start();
    }
    before = hop.mails().size();
  }

  /** One kill for the three that need no point of the code. */
  @Test
  void f1_f3_f4_aMailThatComesIsNotKeptWhatIsQueuedAndWhatIsOnItsWayIsRelayedOnce()
      throws IOException {
    hop.script()
        .at(Stage.RCPT, "<queued@", Action.reply("450 4.2.1 later"), Integer.MAX_VALUE)
        .once(Stage.BODY, Action.hang());
    send("queued@b.test");
    int data = countCommands("DATA");
    send("under-way@a.test");
    hop.awaitCommands("DATA", data + 1);
    try (RawSmtp smtp = inData("coming@a.test")) {
      sendHalf(smtp);
      hub.killNine();
    }
    hop.script().clear();
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).hasSize(2);
    assertThat(taken()).filteredOn(mail -> mail.isFor("queued@b.test")).hasSize(1);
    assertThat(taken()).filteredOn(mail -> mail.isFor("under-way@a.test")).hasSize(1);
    assertThat(taken())
        .allSatisfy(
            mail -> assertThat(mail.contentAsSent()).isEqualTo(Mails.simple("to be relayed")));
    assertThat(spool()).as("files left in the spool").isEmpty();
  }

  // --- Reception --------------------------------------------------------------------------------

  @Test
  @Tag("long")
  void f1_aMailInTheMiddleOfItsContentLeavesNothingBehind() throws IOException {
    try (RawSmtp smtp = inData("one@a.test")) {
      sendHalf(smtp);
      hub.killNine();
    }
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).isEmpty();
    assertThat(spool()).as("files left in the spool").isEmpty();
  }

  @Test
  void f2_whatTheBrokerConfirmedIsTakenThoughTheReplyWasLost() throws IOException {
    points.arm("before-the-reply");
    loseTheReply("one@a.test");
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).hasSize(1);
  }

  @Test
  @Tag("long")
  void f2_withoutAConfirmationTheMailIsTakenOnceOrNotAtAll() throws IOException {
    points.arm("before-the-confirmation");
    loseTheReply("one@a.test");
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void f2_inTheMiddleOfACommitAMailToTwoPlacesGoesToBothOrNone() throws IOException {
    toBothOrNone("in-the-commit");
  }

  @Test
  @Tag("long")
  void f2_beforeACommitAMailToTwoPlacesGoesToBothOrNone() throws IOException {
    toBothOrNone("before-the-commit");
  }

  private void toBothOrNone(String point) throws IOException {
    points.arm(point);
    loseTheReply("one@a.test", "two@b.test");
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken().stream().filter(mail -> mail.isFor("one@a.test")).count())
        .isEqualTo(taken().stream().filter(mail -> mail.isFor("two@b.test")).count())
        .isLessThanOrEqualTo(1);
  }

  @Test
  @Tag("long")
  void f3_aMailThatGotIts250IsRelayedOnce() throws IOException {
    hop.script().at(Stage.GREETING, Action.reply("421 4.3.2 not yet"));
    RawSmtp.deliver(hub.smtpPort(), SENDER, Mails.simple("acknowledged"), "one@a.test");
    hub.killNine();
    hop.script().clear();
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).singleElement().matches(mail -> mail.isFor("one@a.test"));
    assertThat(taken().get(0).contentAsSent()).isEqualTo(Mails.simple("acknowledged"));
  }

  // --- Relaying ---------------------------------------------------------------------------------

  @Test
  @Tag("long")
  void f4_aMailWhoseContentWasOnItsWayIsRelayedOnce() throws IOException {
    hop.script().once(Stage.BODY, Action.hang());
    int data = countCommands("DATA");
    send("one@a.test");
    hop.awaitCommands("DATA", data + 1);
    hub.killNine();
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).hasSize(1);
  }

  @Test
  void f5_whatTheNextHopTookJustBeforeTheKillComesTwiceAndNoMore() throws IOException {
    points.arm("after-the-next-hop-took-it");
    sendAndDie("one@a.test");
    assertThat(taken()).hasSize(1);
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).as("the one window for duplicates of relaying").hasSize(2);
    assertThat(taken().get(0).contentAsSent()).isEqualTo(taken().get(1).contentAsSent());
  }

  // --- Deferring --------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"before-the-publication", "after-the-publication"})
  @Tag("long")
  void f6_aMailThatWasBeingDeferredIsRelayedOnce(String point) throws IOException {
    points.arm(point);
    hop.script().once(Stage.RCPT, Action.reply("450 4.2.1 later"));
    sendAndDie("one@a.test");
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).hasSize(1);
  }

  // --- Reporting --------------------------------------------------------------------------------

  @Test
  void f7_ofAHalfWrittenDsnTheSenderGetsOne() throws IOException, MessagingException {
    theSenderGetsOneDsn("while-a-dsn-is-written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-the-publication", "after-the-publication"})
  @Tag("long")
  void f7_theSenderGetsOneDsn(String point) throws IOException, MessagingException {
    theSenderGetsOneDsn(point);
  }

  private void theSenderGetsOneDsn(String point) throws IOException, MessagingException {
    points.arm(point);
    hop.script().at(Stage.RCPT, "<gone@", Action.reply("550 5.1.1 gone"), Integer.MAX_VALUE);
    takeNoDsnBeforeTheKill();
    sendAndDie("gone@a.test");
    hub.start();
    hub.awaitEmptyQueue();
    assertThat(taken()).hasSize(1);
    assertThat(recipientsOf(taken().get(0))).containsExactly("rfc822;gone@a.test");
  }

  @Test
  void f6_f7_ofAnOutcomeThatWasPublishedTheSenderGetsOneDsnAndTheOtherRecipientTheMail()
      throws IOException, MessagingException {
    oneIsReportedAndTheOtherGetsTheMail("after-the-publication");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-the-commit", "in-the-commit"})
  @Tag("long")
  void f6_f7_theSenderGetsOneDsnAndTheOtherRecipientTheMail(String point)
      throws IOException, MessagingException {
    oneIsReportedAndTheOtherGetsTheMail(point);
  }

  private void oneIsReportedAndTheOtherGetsTheMail(String point)
      throws IOException, MessagingException {
    points.arm(point);
    hop.script()
        .at(Stage.RCPT, "<gone@", Action.reply("550 5.1.1 gone"), Integer.MAX_VALUE)
        .at(Stage.RCPT, "<busy@", Action.reply("450 4.2.1 later"), 1);
    takeNoDsnBeforeTheKill();
    sendAndDie("gone@a.test", "busy@a.test");
    hub.start();
    hub.awaitEmptyQueue();
    List<RelayedMail> dsns = taken().stream().filter(KillPointsIT::isDsn).toList();
    assertThat(dsns).hasSize(1);
    assertThat(recipientsOf(dsns.get(0))).containsExactly("rfc822;gone@a.test");
    assertThat(taken()).filteredOn(mail -> mail.isFor("busy@a.test")).hasSize(1);
    assertThat(taken()).hasSize(2);
  }

  // --- Steps ------------------------------------------------------------------------------------

  private List<RelayedMail> taken() {
    List<RelayedMail> all = hop.mails();
    return all.subList(before, all.size());
  }

  private static RawSmtp inData(String... to) throws IOException {
    RawSmtp smtp = RawSmtp.connect(hub.smtpPort()).ehlo();
    smtp.command("MAIL FROM:<" + SENDER + ">", "250");
    for (String recipient : to) {
      smtp.command("RCPT TO:<" + recipient + ">", "250");
    }
    smtp.command("DATA", "354");
    return smtp;
  }

  /** More than what is kept in memory, so that a file has been begun, and no dot. */
  private static void sendHalf(RawSmtp smtp) throws IOException {
    byte[] half = Stuffing.stuffed(Mails.ofSize(400_000));
    smtp.send(Arrays.copyOf(half, half.length - 3));
    await("a file in the spool").atMost(PATIENCE).until(() -> !spool().isEmpty());
  }

  private static void send(String... to) throws IOException {
    RawSmtp.deliver(hub.smtpPort(), SENDER, Mails.simple("to be relayed"), to);
  }

  /** Sends a mail whose relaying ends the hub, sooner or later than its 250. */
  private static void sendAndDie(String... to) throws IOException {
    ProcessHandle server = hub.process().orElseThrow();
    try (RawSmtp smtp = inData(to)) {
      smtp.send(Stuffing.stuffed(Mails.simple("to be relayed")));
      hub.awaitEnd(server);
    }
    points.disarm();
  }

  private static void loseTheReply(String... to) throws IOException {
    ProcessHandle server = hub.process().orElseThrow();
    try (RawSmtp smtp = inData(to)) {
      smtp.send(Stuffing.stuffed(Mails.simple("without a reply")));
      assertThat(smtp.isClosedByHub()).isTrue();
      hub.awaitEnd(server);
    }
    points.disarm();
  }

  /**
   * The window for duplicates is open while a hub dies: a DSN may be taken in it, and come again.
   */
  private static void takeNoDsnBeforeTheKill() {
    hop.script().at(Stage.RCPT, "<" + SENDER, Action.reply("450 4.2.1 later"), 1);
  }

  private static int countCommands(String text) {
    return (int) hop.commands().stream().filter(line -> line.contains(text)).count();
  }

  private static List<Path> spool() throws IOException {
    Path folder = hub.data().resolve("spool");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static boolean isDsn(RelayedMail mail) {
    return mail.mail().startsWith("FROM:<>");
  }

  private static List<String> recipientsOf(RelayedMail dsn) throws IOException, MessagingException {
    ParsedDsn parsed = ParsedDsn.of(dsn.content());
    return parsed.perRecipient().stream()
        .map(group -> group.getHeader("Final-Recipient", null))
        .toList();
  }
}
