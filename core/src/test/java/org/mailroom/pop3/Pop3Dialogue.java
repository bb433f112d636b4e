package org.mailroom.pop3;

import java.time.Duration;
import java.util.List;
import org.mailroom.session.ScriptPlayer;

/** Plays a conversation with a session of the POP3 server: see {@link ScriptPlayer}. */
final class Pop3Dialogue {

  private static final String LOGIN =
      """
      S: +OK Mailroom is ready
      C: USER ann@hub.test
      S: +OK The password, please
      C: PASS secret
      S: +OK * messages
      """;

  private final InMemoryMaildrops maildrops;
  private final ScriptPlayer player = new ScriptPlayer();
  private boolean beginsWithTls;

  private Pop3Dialogue(InMemoryMaildrops maildrops) {
    this.maildrops = maildrops;
  }

  static Pop3Dialogue with(InMemoryMaildrops maildrops) {
    return new Pop3Dialogue(maildrops);
  }

  Pop3Dialogue fromStranger() {
    player.fromStranger();
    return this;
  }

  Pop3Dialogue offeringTls() {
    player.offerTls();
    return this;
  }

  Pop3Dialogue underTls() {
    player.offerTls();
    beginsWithTls = true;
    return this;
  }

  Pop3Dialogue inPiecesOf(int octets) {
    player.inPiecesOf(octets);
    return this;
  }

  /** Plays it behind greeting and login. */
  Pop3Dialogue playLoggedIn(String script) {
    return play(LOGIN + script);
  }

  Pop3Dialogue play(String script) {
    player.play(
        script,
        connection -> new Pop3Session(connection, maildrops, beginsWithTls, player.clock()).run());
    return this;
  }

  Duration limit() {
    return player.limit();
  }

  List<Duration> pauses() {
    return player.pauses();
  }
}
