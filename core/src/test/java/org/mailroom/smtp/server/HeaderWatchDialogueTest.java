package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.session.FedInPieces;

/** Headers that are too large, and mails that were here before. */
class HeaderWatchDialogueTest {

  private static final String TAKEN = "C: .\nS: 250 2.0.0 Ok: queued as *\n";
  private static final String TOO_LARGE = "C: .\nS: 552 5.3.4 Header too large\n";
  private static final String LOOP = "C: .\nS: 554 5.4.6 Too many hops: this mail loops\n";

  private final InMemoryReception hub = new InMemoryReception();

  @FedInPieces
  void theFirstSubjectIsHandedOnUnfoldedAndAsItCame(int piece) {
    List<String> subjects = new ArrayList<>();
    hub.answer(
        mail -> {
          subjects.add(mail.subject());
          return new ReceptionOutcome.Accepted();
        });
    play(piece, "C: X: x\nC: SUBJECT :  =?utf-8?Q?a?=\nC:  b\nC: Subject: c\nC:\n" + TAKEN);
    play(piece, "C: X: x\nC:\nC: Subject: body\n" + TAKEN);
    play(piece, "C: Subject:\nC:\n" + TAKEN);
    play(piece, "C: Subject: last\nC: no field\n" + TAKEN);
    assertThat(subjects).containsExactly("=?utf-8?Q?a?= b", "", "", "last");
  }

  @FedInPieces
  void aFieldIsAsLongAsTheLimitAndNotLonger(int piece) {
    String longest = "C: X: " + "x".repeat(95) + "\nC:  " + "x".repeat(97) + "\n";
    play(piece, longest + "C:\nC: body\n" + TAKEN);
    play(piece, "C: Y: z\n" + longest + "C:  \n" + TOO_LARGE);
  }

  @FedInPieces
  void aHeaderIsAsLongAsTheLimitAndNotLonger(int piece) {
    String fields = "C: X: x\n".repeat(3) + ("C: Y: " + "y".repeat(90) + "\n").repeat(3);
    play(piece, fields + "C: Z: " + "z".repeat(92) + "\nC:\n" + TAKEN);
    play(piece, fields + "C: Z: " + "z".repeat(93) + "\nC:\n" + TOO_LARGE);
  }

  @FedInPieces
  void fieldsAreLimited(int piece) {
    play(piece, "C: X: x\nC:  more\n".repeat(8) + "C:\nC: X: x\n" + TAKEN);
    play(piece, "C: X: x\n".repeat(9) + "C:\n" + TOO_LARGE);
  }

  @FedInPieces
  void aBodyHasNoLimitsOfAHeader(int piece) {
    play(piece, "C: X: x\nC:\n" + "C: Y: y\n".repeat(60) + TAKEN);
    play(piece, "C: no field\n" + "C: Received: y\n".repeat(30) + TAKEN);
    play(piece, "C:  continued\n" + "C: Received: y\n".repeat(30) + TAKEN);
  }

  @FedInPieces
  void aMailThatWasAnywhereTooOftenIsRefused(int piece) {
    play(piece, "C: Received: by x\n".repeat(4) + "C:\nC: Received: by x\n" + TAKEN);
    play(piece, "C: Received: by x\n".repeat(5) + LOOP);
    play(piece, "C: RECEIVED :by x\n".repeat(5) + "C:\n" + LOOP);
    play(piece, "C: received:\nC:  by x\n".repeat(5) + LOOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Received: from a by hub.test with SMTP",
        "Received: from a (x)\nC: \tby HUB.Test\nC: \twith ESMTP",
        "Received: by hub.test; Mon, 1 Jan 2024 00:00:00 +0000",
        "received: from a by hub.testing by hub.test(x)"
      })
  void aMailThatWasHereTooOftenIsRefused(String stamp) {
    String field = "C: " + stamp + "\n";
    for (int piece = 1; piece < 12; piece++) {
      play(piece, field + "C:\n" + field + TAKEN);
      play(piece, field + "C: X: x\n" + field + "C:\n" + LOOP);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Received: from hub.test by a",
        "Received: from a by hub.testing",
        "Received: from a by the.hub.test",
        "Received: from a nearby hub.test",
        "X-Received: from a by hub.test"
      })
  void aNameThatIsNotOursIsNoLoop(String stamp) {
    play(Integer.MAX_VALUE, ("C: " + stamp + "\n").repeat(3) + "C:\n" + TAKEN);
  }

  private void play(int piece, String script) {
    hub.limitTo(TestLimits.SMALL);
    int before = hub.taken().size();
    Dialogue.with(hub).inPiecesOf(piece).playContent(script);
    assertThat(hub.taken()).hasSize(script.contains("S: 250") ? before + 1 : before);
  }
}
