package org.mailroom.imap.session;

import java.time.Duration;
import java.util.List;
import org.mailroom.imap.InMemoryMailboxes;
import org.mailroom.session.DeflatingClient;
import org.mailroom.session.ScriptPlayer;
import org.mailroom.transport.Connection;

/** Plays a conversation with a session of the IMAP server; {@code ~} stands for anything. */
final class ImapDialogue {

  private static final String LOGIN =
      """
      S: * OK [CAPABILITY ~
      C: 0 LOGIN ann@hub.test secret
      S: 0 OK [CAPABILITY ~
      """;

  private static final String SELECTED =
      """
      C: 1 SELECT INBOX
      S: * FLAGS ~
      S: * OK [PERMANENTFLAGS ~
      S: * ~ EXISTS
      S: * 0 RECENT
      S: * OK [UNSEEN ~
      S: * OK [UIDVALIDITY 7] UIDs are valid
      S: * OK [UIDNEXT ~
      S: * OK [HIGHESTMODSEQ ~
      S: 1 OK [READ-WRITE] Selected
      """;

  private final InMemoryMailboxes mailboxes;
  private final ScriptPlayer player = new ScriptPlayer();
  private boolean beginsWithTls;
  private int deflatedPiece;

  private ImapDialogue(InMemoryMailboxes mailboxes) {
    this.mailboxes = mailboxes;
    player.anythingIs('~');
  }

  static ImapDialogue with(InMemoryMailboxes mailboxes) {
    return new ImapDialogue(mailboxes);
  }

  ImapDialogue fromStranger() {
    player.fromStranger();
    return this;
  }

  ImapDialogue offeringTls() {
    player.offerTls();
    return this;
  }

  ImapDialogue underTls() {
    player.offerTls();
    beginsWithTls = true;
    return this;
  }

  ImapDialogue inPiecesOf(int octets) {
    player.inPiecesOf(octets);
    return this;
  }

  /** The client deflates once it may, and the server gets so many octets at once. */
  ImapDialogue deflatingInPiecesOf(int octets) {
    deflatedPiece = octets;
    return this;
  }

  /** Plays it behind greeting and login. */
  ImapDialogue playLoggedIn(String script) {
    return play(LOGIN + script);
  }

  /** Plays it behind greeting, login, and the selection of an inbox that has an unseen message. */
  ImapDialogue playSelected(String script) {
    return play(LOGIN + SELECTED + script);
  }

  ImapDialogue play(String script) {
    player.play(
        script,
        connection ->
            new ImapSession(client(connection), mailboxes, beginsWithTls, player.clock()).run());
    return this;
  }

  private Connection client(Connection connection) {
    return deflatedPiece == 0
        ? connection
        : DeflatingClient.over(connection, "b OK Compressed", deflatedPiece);
  }

  Duration limit() {
    return player.limit();
  }

  List<Duration> pauses() {
    return player.pauses();
  }
}
