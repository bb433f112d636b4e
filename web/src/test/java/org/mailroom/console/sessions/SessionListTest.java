package org.mailroom.console.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailroom.console.Phrases;

class SessionListTest {

  private static final Phrases PHRASES = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, Instant.EPOCH);
  private static final SessionLine ANN = line("imap-1", "imap", "Ann@corp.test", "192.0.2.1");
  private static final SessionLine BOB = line("imap-2", "imap", "bob@corp.test", "192.0.2.2");
  private static final SessionLine SERVER = line("smtp-1", "smtp", "", "198.51.100.7");

  @Test
  void listenersAreCountedWhateverIsAskedFor() {
    assertThat(list("imap", "ann").tiles())
        .containsExactly(
            new ListenerTile("", "3", false),
            new ListenerTile("imap", "2", true),
            new ListenerTile("smtp", "1", false));
  }

  @Test
  void linesFitTheListenerAndThePiece() {
    assertThat(list("", "").lines()).containsExactly(ANN, BOB, SERVER);
    assertThat(list("smtp", "").lines()).containsExactly(SERVER);
    assertThat(list("", " ANN@ ").lines()).containsExactly(ANN);
    assertThat(list("", "198.51").lines()).containsExactly(SERVER);
    assertThat(list("smtp", "ann").lines()).isEmpty();
  }

  @Test
  void whatIsNotShownIsCounted() {
    SessionList many =
        new SessionList(Collections.nCopies(SessionList.MOST + 2, ANN), "", "", PHRASES);
    assertThat(many.lines()).hasSize(SessionList.MOST);
    assertThat(many.more()).contains("2 more");
    assertThat(list("", "").more()).isEmpty();
  }

  private static SessionList list(String listener, String query) {
    return new SessionList(List.of(ANN, BOB, SERVER), listener, query, PHRASES);
  }

  private static SessionLine line(String id, String listener, String user, String client) {
    return new SessionLine(id, listener, user, client, 40000, "1 s", "", "1 s", true);
  }
}
