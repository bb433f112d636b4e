package org.mailroom.imap.session;

import org.junit.jupiter.api.Test;
import org.mailroom.imap.InMemoryMailboxes;
import org.mailroom.session.FedInPieces;

/** What a client says and hears deflated: RFC 4978. */
class CompressDialogueTest {

  private final InMemoryMailboxes hub = new InMemoryMailboxes();

  @FedInPieces
  void bothEndsDeflateFromTheAnswerOn(int piece) {
    hub.file("INBOX", "Subject: one\r\n\r\nfirst\r\n");
    ImapDialogue.with(hub)
        .deflatingInPiecesOf(piece)
        .playSelected(
            """
            C: a COMPRESS LZ4
            S: a BAD COMPRESS knows DEFLATE only
            C: b COMPRESS DEFLATE
            S: b OK Compressed from here on
            C: c FETCH 1 BODY.PEEK[TEXT]
            S: * 1 FETCH (BODY[TEXT] {7}
            S: first
            S: )
            S: c OK Done
            C: d APPEND INBOX {12}
            S: + OK
            C: Subject: x
            C:
            S: * 2 EXISTS
            S: d OK [APPENDUID 7 2] Appended
            C: e COMPRESS DEFLATE
            S: e NO [COMPRESSIONACTIVE] Compressed already
            C: f IDLE
            S: + idling
            C: DONE
            S: f OK Done
            C: g LOGOUT
            S: * BYE ~
            S: g OK ~
            """);
  }

  @Test
  void aLineIsAsLongAsItIsInflated() {
    ImapDialogue.with(hub)
        .deflatingInPiecesOf(1000)
        .playLoggedIn(
            "C: b COMPRESS DEFLATE\n"
                + "S: b OK Compressed from here on\n"
                + "C: c NOOP "
                + "x".repeat(10_000_000)
                + "\nS: * BAD Line too long\nC: d NOOP\nS: d OK Done\nE: PEER\n");
  }

  @Test
  void aLoginComesFirst() {
    ImapDialogue.with(hub)
        .play(
            """
            S: * OK ~
            C: a COMPRESS DEFLATE
            S: a BAD Log in first
            E: PEER
            """);
  }
}
