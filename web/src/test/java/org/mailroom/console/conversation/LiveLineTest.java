package org.mailroom.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.console.Phrases;
import org.mailroom.console.conversation.LiveLine.Piece;
import org.mailroom.conversation.ConversationLine;
import org.mailroom.smtp.server.Overhearing.Voice;

class LiveLineTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:05:00.042Z");

  @Test
  void anIdIsALinkAndTheRestIsText() {
    LiveLine line = line(Voice.SERVER, "250 2.0.0 Ok: queued as 01HZY8Q2K3M4N, thanks");
    assertThat(line.pieces())
        .containsExactly(
            new Piece("250 2.0.0 Ok: queued as ", ""),
            new Piece("01HZY8Q2K3M4N", "01HZY8Q2K3M4N"),
            new Piece(", thanks", ""));
    assertThat(line.time()).isEqualTo("12:05:00.042");
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER, 250 Ok, server",
    "SERVER, 452 Later, later",
    "SERVER, 550 No, no",
    "CLIENT, 550, client",
    "NOTE, closed, note"
  })
  void whoSaysWhatHasItsStyle(Voice voice, String text, String style) {
    assertThat(line(voice, text).style()).isEqualTo(style);
  }

  @ParameterizedTest
  @CsvSource({
    "connected, connected",
    "closed, closed",
    "tls, TLS protects what follows",
    "user ann@corp.test, logged in as ann@corp.test"
  })
  void aNoteIsInWords(String note, String words) {
    assertThat(line(Voice.NOTE, note).pieces()).containsExactly(new Piece(words, ""));
  }

  private static LiveLine line(Voice voice, String text) {
    return LiveLine.of(
        new ConversationLine(1, NOW, "smtp-7", "192.0.2.1", voice, text),
        new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOW),
        ZoneOffset.UTC);
  }
}
