package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.mail.Spool;
import org.mailroom.smtp.SmtpReply;

/** What the client is told when a mail is complete, and what stays of it. */
class OutcomeDialogueTest {

  private static final String LARGE = "C:\n" + ("C: " + "x".repeat(70) + "\n").repeat(10);

  @TempDir private Path folder;
  private final InMemoryReception hub = new InMemoryReception();

  @BeforeEach
  void spoolToTheFolder() {
    hub.spoolTo(new Spool(folder, 300));
  }

  @Test
  void anAcceptedMailIsQueuedAndItsContentIsClosedBehindIt() throws IOException {
    List<Integer> filesMeanwhile = new ArrayList<>();
    hub.answer(
        mail -> {
          filesMeanwhile.add(files());
          return new ReceptionOutcome.Accepted();
        });
    Dialogue.with(hub).playContent(LARGE + "C: .\nS: 250 2.0.0 Ok: queued as *\n");
    assertThat(filesMeanwhile).containsExactly(1);
    assertThat(hub.taken().getFirst().contentOfClient()).hasSize(2 + 720);
    assertThat(files()).isZero();
  }

  @Test
  void aRefusedMailIsToldWhy() {
    hub.answer(mail -> new ReceptionOutcome.Refused(SmtpReply.of(552, "5.3.4", "Too many parts")));
    Dialogue.with(hub)
        .playContent(LARGE + "C: .\nS: 552 5.3.4 Too many parts\nC: NOOP\nS: 250 2.0.0 Ok\n");
    assertThat(files()).isZero();
  }

  @Test
  void aMailOfUnknownFateIsNotAnsweredAtAll() {
    hub.answer(mail -> new ReceptionOutcome.Unknown());
    Dialogue.with(hub).playContent(LARGE + "C: .\nC: NOOP\n");
    assertThat(files()).isZero();
  }

  @Test
  void aReceptionThatFailsHasNotTakenTheMail() {
    hub.answer(
        mail -> {
          throw new IllegalStateException("told to fail");
        });
    Dialogue.with(hub)
        .playContent(
            LARGE
                + """
                C: .
                S: 451 4.3.0 The mail could not be taken, try again later
                C: NOOP
                S: 250 2.0.0 Ok
                """);
    assertThat(files()).isZero();
  }

  @Test
  void aContentThatCannotBeSpooledIsRefusedAtItsEnd() throws IOException {
    Path missing = folder.resolve("missing");
    hub.spoolTo(new Spool(missing, 300));
    Dialogue.with(hub)
        .playContent(
            LARGE + "C: .\nS: 452 4.3.1 Insufficient system storage\nC: NOOP\nS: 250 2.0.0 Ok\n");
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void aRefusedContentIsGoneBeforeItsEnd() {
    hub.limitTo(TestLimits.SMALL);
    Dialogue.with(hub).playContent("C:\n" + LARGE.repeat(3) + "T: PT1S\nE: PEER\n");
    assertThat(files()).isZero();
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void aClientThatGoesAwayLeavesNoFile() {
    Dialogue.with(hub).playContent(LARGE + "E: PEER\n");
    assertThat(files()).isZero();
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void aClientThatIsRefusedHearsWhyInsteadOfAGreeting() {
    hub.answerConnection(() -> Optional.of(SmtpReply.of(421, "4.3.2", "Short of memory")));
    Dialogue.with(hub).play("S: 421 4.3.2 Short of memory\n");
  }

  @Test
  void aReplyOf421EndsTheSession() {
    hub.answerMail(() -> Optional.of(SmtpReply.of(421, "4.3.2", "Going down")));
    Dialogue.with(hub).playGreeted("C: MAIL FROM:<>\nC: NOOP\nS: 421 4.3.2 Going down\n");
  }

  @Test
  void aPolicyThatFailsEndsTheSession() {
    hub.answerMail(
        () -> {
          throw new IllegalStateException("told to fail");
        });
    Dialogue.with(hub)
        .playGreeted("C: MAIL FROM:<>\nC: NOOP\nS: 421 4.3.0 Internal error, closing\n");
  }

  private int files() {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
