package org.mailroom.imap.session;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.InMemoryMailboxes;
import org.mailroom.session.FedInPieces;

/** How a client has messages sorted: RFC 5256, RFC 5267, RFC 5957. */
class SortDialogueTest {

  private final InMemoryMailboxes hub = new InMemoryMailboxes();

  @BeforeEach
  void fourMessages() {
    hub.file(
        "INBOX",
        """
        Date: Sun, 1 Feb 2026 12:00:00 +0000\r
        Subject: Re: beta\r
        From: "Zoe" <adam@away.test>\r
        To: x@hub.test\r
        \r
        the longest of all four\r
        """);
    hub.file(
        "INBOX",
        """
        Date: Sun, 1 Feb 2026 12:00:00 +0900\r
        Subject: =?utf-8?Q?=C3=84lpha?=\r
        From: berta@away.test\r
        Cc: friends: y@hub.test;\r
        \r
        two\r
        """);
    hub.file("INBOX", "Subject: [list] Beta\r\nFrom: =?utf-8?Q?=C3=A4nne?= <CARL@b>\r\n\r\n");
    hub.file(
        "INBOX", "Date: 31 Jan 2026 23:00:00 -1200\r\nSubject: alpha\r\nFrom: carl@a\r\n\r\nfour");
  }

  @FedInPieces
  void messagesAreSortedByWhatTheClientNames(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .playSelected(
            """
            C: a SORT (DATE) UTF-8 ALL
            S: * SORT 2 4 1 3
            S: a OK Done
            C: b SORT (SUBJECT) US-ASCII ALL
            S: * SORT 4 2 1 3
            S: b OK Done
            C: c SORT (REVERSE SUBJECT) UTF-8 ALL
            S: * SORT 1 3 2 4
            S: c OK Done
            C: d UID SORT (SUBJECT REVERSE DATE) UTF-8 1:3
            S: * SORT 2 3 1
            S: d OK Done
            C: e SORT (SIZE) UTF-8 ALL
            S: * SORT 3 4 2 1
            S: e OK Done
            C: f SORT (ARRIVAL) UTF-8 ALL
            S: * SORT 1 2 3 4
            S: f OK Done
            C: g SORT (FROM REVERSE ARRIVAL) UTF-8 ALL
            S: * SORT 1 2 3 4
            S: g OK Done
            C: h SORT (DISPLAYFROM) UTF-8 ALL
            S: * SORT 3 2 4 1
            S: h OK Done
            C: i SORT (REVERSE TO DISPLAYTO REVERSE CC) UTF-8 ALL
            S: * SORT 1 2 3 4
            S: i OK Done
            C: j SORT (DATE) UTF-8 SUBJECT nothing
            S: * SORT
            S: j OK Done
            E: PEER
            """);
  }

  @Test
  void resultsAreReturnedInTheOrderAndKept() {
    dialogue()
        .playSelected(
            """
            C: a SORT RETURN (MIN MAX COUNT ALL) (DATE) UTF-8 ALL
            S: * ESEARCH (TAG "a") MIN 2 MAX 3 ALL 2,4,1,3 COUNT 4
            S: a OK Done
            C: b UID SORT RETURN (SAVE MIN) (DATE) UTF-8 ALL
            S: * ESEARCH (TAG "b") UID MIN 2
            S: b OK Done
            C: c SEARCH $
            S: * SEARCH 2
            S: c OK Done
            C: d SORT (DATE) UTF-8 MODSEQ 4
            S: * SORT 4 3 (MODSEQ 5)
            S: d OK Done
            E: PEER
            """);
  }

  @Test
  void anythingElseIsRefused() {
    dialogue()
        .playSelected(
            """
            C: a SORT (DATE) X-NONE ALL
            S: a NO [BADCHARSET (UTF-8 US-ASCII)] This charset is not known here
            C: b SORT () UTF-8 ALL
            S: b BAD There are no sort keys, or too many
            C: c SORT (REVERSE) UTF-8 ALL
            S: c BAD ~
            C: d SORT (COLOUR) UTF-8 ALL
            S: d BAD There is no such sort key
            C: e SORT (DATE) UTF-8
            S: e BAD ~
            C: f SORT DATE UTF-8 ALL
            S: f BAD ~
            E: PEER
            """);
  }

  private ImapDialogue dialogue() {
    return ImapDialogue.with(hub);
  }
}
