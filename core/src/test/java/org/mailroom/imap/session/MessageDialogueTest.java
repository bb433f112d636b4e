package org.mailroom.imap.session;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.InMemoryMailboxes;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.session.FedInPieces;

/** What a client does with messages: RFC 9051, 6.4; RFC 7162. */
class MessageDialogueTest {

  private final InMemoryMailboxes hub = new InMemoryMailboxes();

  @BeforeEach
  void threeMessages() {
    hub.file("INBOX", "Subject: one\r\n\r\nfirst\r\n");
    hub.file("INBOX", "Subject: two\r\n\r\nsecond\r\n");
    hub.file("INBOX", "Subject: three\r\n\r\nthird\r\n");
  }

  @FedInPieces
  void whatIsReadIsSeenAfterwards(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .playSelected(
            """
            C: a FETCH 1 (FLAGS RFC822.SIZE)
            S: * 1 FETCH (FLAGS () RFC822.SIZE 23)
            S: a OK Done
            C: b UID FETCH 2 BODY[TEXT]
            S: * 2 FETCH (~BODY[TEXT] {8}
            S: second
            S: ~)
            S: * 2 FETCH (UID 2 FLAGS (\\Seen))
            S: b OK Done
            C: c FETCH 4 FLAGS
            S: c BAD There is no message of that number
            C: d UID FETCH 9:* FLAGS
            S: * 3 FETCH (~FLAGS ())
            S: d OK Done
            C: e FETCH 1:2 BODY.PEEK[HEADER.FIELDS (Subject)]
            S: * 1 FETCH (BODY[HEADER.FIELDS (Subject)] {16}
            S: Subject: one
            S:
            S: )
            S: * 2 FETCH (BODY[HEADER.FIELDS (Subject)] {16}
            S: Subject: two
            S:
            S: )
            S: e OK Done
            E: PEER
            """);
  }

  @Test
  void flagsAreChangedAndTold() {
    dialogue()
        .playSelected(
            """
            C: a STORE 1:2 +FLAGS (\\Flagged $Forwarded)
            S: * FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $Forwarded)
            S: * 1 FETCH (UID 1 FLAGS (\\Flagged $Forwarded))
            S: * 2 FETCH (UID 2 FLAGS (\\Flagged $Forwarded))
            S: a OK Done
            C: b STORE 1 -FLAGS.SILENT $forwarded
            S: b OK Done
            C: c UID STORE 1 FLAGS \\Seen \\Answered
            S: * 1 FETCH (UID 1 FLAGS (\\Seen \\Answered))
            S: c OK Done
            C: d STORE 1 FLAGS (\\Seen \\Answered)
            S: * 1 FETCH (UID 1 FLAGS (\\Seen \\Answered))
            S: d OK Done
            C: e STORE 1 +COLOURS (red)
            S: e BAD STORE changes FLAGS only
            E: PEER
            """);
  }

  @Test
  void whatIsMarkedIsExpungedFromTheHighestNumberDown() {
    dialogue()
        .playSelected(
            """
            C: a STORE 1,3 +FLAGS.SILENT (\\Deleted)
            S: a OK Done
            C: b UID EXPUNGE 2:3
            S: * 3 EXPUNGE
            S: b OK Done
            C: c EXPUNGE
            S: * 1 EXPUNGE
            S: c OK Done
            C: d FETCH 1 UID
            S: * 1 FETCH (UID 2)
            S: d OK Done
            E: PEER
            """);
  }

  @Test
  void messagesAreCopiedAndMoved() {
    dialogue()
        .playSelected(
            """
            C: a COPY 1:2 Archive
            S: a OK [COPYUID 12 1:2 1:2] Copied
            C: b MOVE 2:3 Trash
            S: * OK [COPYUID 11 2:3 1:2] Moved
            S: * 3 EXPUNGE
            S: * 2 EXPUNGE
            S: b OK Done
            C: c UID COPY 77 Archive
            S: c OK There was nothing to copy
            C: d MOVE 1 Nowhere
            S: d NO [TRYCREATE] There is no such mailbox
            C: e EXAMINE Trash
            S: * FLAGS ~
            S: * OK [PERMANENTFLAGS ()] Nothing can be changed
            S: * 2 EXISTS
            S: * 0 RECENT
            S: * OK [UNSEEN 1] The first that is unseen
            S: * OK [UIDVALIDITY 11] UIDs are valid
            S: * OK [UIDNEXT 3] The next UID
            S: * OK [HIGHESTMODSEQ 2] The last change
            S: e OK [READ-ONLY] Selected
            C: f STORE 1 FLAGS (\\Deleted)
            S: f NO [READ-ONLY] The mailbox was selected to be read only
            C: g EXPUNGE
            S: g NO [READ-ONLY] The mailbox was selected to be read only
            C: h CLOSE
            S: h OK Done
            C: i CHECK
            S: i BAD Select a mailbox first
            E: PEER
            """);
  }

  @Test
  void idleEndsWithDone() {
    dialogue()
        .playSelected(
            """
            C: a IDLE
            S: + idling
            C: DONE
            S: a OK Done
            C: b IDLE
            S: + idling
            C: NONSENSE
            S: b BAD IDLE ends with DONE
            E: PEER
            """);
  }

  @Test
  void modificationSequencesAreToldOnceTheClientUsesThem() {
    dialogue()
        .playSelected(
            """
            C: a FETCH 1:3 (FLAGS) (CHANGEDSINCE 3)
            S: * 3 FETCH (~)
            S: a OK Done
            C: b STORE 1 (UNCHANGEDSINCE 2) +FLAGS.SILENT (\\Seen)
            S: * 1 FETCH (UID 1 MODSEQ (5))
            S: b OK Done
            C: c STORE 1:2 (UNCHANGEDSINCE 4) +FLAGS (\\Flagged)
            S: * 2 FETCH (UID 2 FLAGS (\\Flagged) MODSEQ (6))
            S: c OK [MODIFIED 1] Some had changed since
            C: d STORE 3 +FLAGS.SILENT (\\Deleted)
            S: * 3 FETCH (UID 3 MODSEQ (7))
            S: d OK Done
            C: e EXPUNGE
            S: * 3 EXPUNGE
            S: e OK [HIGHESTMODSEQ 8] Done
            E: PEER
            """);
  }

  @Test
  void aClientComesBackAndHearsWhatHasVanished() throws Exception {
    hub.mailbox("INBOX").move(NumberSet.of(2), MailboxName.of("Trash"));
    dialogue()
        .playLoggedIn(
            """
            C: a SELECT INBOX (QRESYNC (7 3))
            S: a BAD Enable QRESYNC first
            C: b ENABLE QRESYNC
            S: * ENABLED QRESYNC
            S: b OK Done
            C: c SELECT INBOX (QRESYNC (7 3 1:9))
            S: * FLAGS ~
            S: * OK [PERMANENTFLAGS ~
            S: * 2 EXISTS
            S: * 0 RECENT
            S: * OK [UNSEEN 1] The first that is unseen
            S: * OK [UIDVALIDITY 7] UIDs are valid
            S: * OK [UIDNEXT 4] The next UID
            S: * OK [HIGHESTMODSEQ 5] The last change
            S: * VANISHED (EARLIER) 2
            S: * 2 FETCH (UID 3 FLAGS () MODSEQ (4))
            S: c OK [READ-WRITE] Selected
            C: d UID FETCH 1:9 (FLAGS) (CHANGEDSINCE 4 VANISHED)
            S: * VANISHED (EARLIER) 2
            S: d OK Done
            C: e SELECT Trash
            S: * OK [CLOSED] Another mailbox is selected
            S: * FLAGS ~
            S: * OK [PERMANENTFLAGS ~
            S: * 1 EXISTS
            S: * 0 RECENT
            S: * OK [UNSEEN 1] The first that is unseen
            S: * OK [UIDVALIDITY ~
            S: * OK [UIDNEXT ~
            S: * OK [HIGHESTMODSEQ ~
            S: e OK [READ-WRITE] Selected
            C: f MOVE 1 INBOX
            S: * OK [COPYUID 7 1 4] Moved
            S: * VANISHED 1
            S: f OK [HIGHESTMODSEQ 3] Done
            E: PEER
            """);
  }

  @Test
  void messagesAreFound() {
    dialogue()
        .playSelected(
            """
            C: a SEARCH SUBJECT t
            S: * SEARCH 2 3
            S: a OK Done
            C: b UID SEARCH RETURN (MIN MAX COUNT) NOT SEEN
            S: * ESEARCH (TAG "b") UID MIN 1 MAX 3 COUNT 3
            S: b OK Done
            C: c SEARCH RETURN (SAVE) TEXT second
            S: c OK Done
            C: d STORE $ +FLAGS.SILENT (\\Seen)
            S: d OK Done
            C: e SEARCH RETURN () UNSEEN
            S: * ESEARCH (TAG "e") ALL 1,3
            S: e OK Done
            C: f SEARCH CHARSET X-NONE TEXT x
            S: f NO [BADCHARSET (UTF-8 US-ASCII)] This charset is not known here
            C: g SEARCH MODSEQ 1
            S: * SEARCH 1 2 3 (MODSEQ 5)
            S: g OK Done
            C: h SEARCH SUBJECT nothing
            S: * SEARCH
            S: h OK Done
            C: i SEARCH FOO
            S: i BAD ~
            E: PEER
            """);
  }

  @Test
  void aMailboxThatIsDeletedEndsTheSession() {
    dialogue()
        .playLoggedIn(
            """
            C: a CREATE Work
            S: a OK Done
            C: b EXAMINE Work
            S: * FLAGS ~
            S: * OK [PERMANENTFLAGS ()] Nothing can be changed
            S: * 0 EXISTS
            S: * 0 RECENT
            S: * OK [UIDVALIDITY ~
            S: * OK [UIDNEXT 1] The next UID
            S: * OK [HIGHESTMODSEQ 1] The last change
            S: b OK [READ-ONLY] Selected
            C: c FETCH 1:* FLAGS
            S: c OK Done
            C: d DELETE Work
            S: * BYE The mailbox was deleted
            S: d OK Done
            """);
  }

  private ImapDialogue dialogue() {
    return ImapDialogue.with(hub);
  }
}
