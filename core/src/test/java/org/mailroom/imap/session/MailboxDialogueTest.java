package org.mailroom.imap.session;

import org.junit.jupiter.api.Test;
import org.mailroom.imap.ImapLimits;
import org.mailroom.imap.InMemoryMailboxes;
import org.mailroom.imap.UserMailboxes.Quota;
import org.mailroom.session.FedInPieces;

/** What a client does with mailboxes: RFC 9051, 6.3. */
class MailboxDialogueTest {

  private final InMemoryMailboxes hub = new InMemoryMailboxes();

  @Test
  void everyAccountHasItsMailboxes() {
    dialogue()
        .playLoggedIn(
            """
            C: a LIST "" *
            S: * LIST (\\HasNoChildren \\Archive) "/" "Archive"
            S: * LIST (\\HasNoChildren \\Drafts) "/" "Drafts"
            S: * LIST (\\HasNoChildren) "/" "INBOX"
            S: * LIST (\\HasNoChildren \\Junk) "/" "Junk"
            S: * LIST (\\HasNoChildren \\Sent) "/" "Sent"
            S: * LIST (\\HasNoChildren \\Trash) "/" "Trash"
            S: a OK Done
            C: b LIST (SPECIAL-USE) "" (S% T%) RETURN (SUBSCRIBED)
            S: * LIST (\\HasNoChildren \\Sent \\Subscribed) "/" "Sent"
            S: * LIST (\\HasNoChildren \\Trash \\Subscribed) "/" "Trash"
            S: b OK Done
            C: c LIST "" ""
            S: * LIST (\\Noselect) "/" ""
            S: c OK Done
            C: d NAMESPACE
            S: * NAMESPACE (("" "/")) NIL NIL
            S: d OK Done
            E: PEER
            """);
  }

  @Test
  void xlistHasWordsOfItsOwn() {
    dialogue()
        .playLoggedIn(
            """
            C: a CREATE Sent/2026
            S: a OK Done
            C: b XLIST "" *
            S: * XLIST (\\HasNoChildren) "/" "Archive"
            S: * XLIST (\\HasNoChildren \\Drafts) "/" "Drafts"
            S: * XLIST (\\HasNoChildren \\Inbox) "/" "INBOX"
            S: * XLIST (\\HasNoChildren \\Spam) "/" "Junk"
            S: * XLIST (\\HasChildren \\Sent) "/" "Sent"
            S: * XLIST (\\HasNoChildren) "/" "Sent/2026"
            S: * XLIST (\\HasNoChildren \\Trash) "/" "Trash"
            S: b OK Done
            C: c XLIST "" ""
            S: * XLIST (\\Noselect) "/" ""
            S: c OK Done
            C: d XLIST "" % RETURN (CHILDREN)
            S: d BAD ~
            E: PEER
            """);
  }

  @FedInPieces
  void mailboxesAreMadeRenamedAndDeleted(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .playLoggedIn(
            """
            C: a CREATE Work/2026/
            S: a OK Done
            C: b CREATE work
            S: b OK Done
            C: c CREATE Work/2026
            S: c NO [ALREADYEXISTS] There is such a mailbox already
            C: d DELETE Work
            S: d NO [HASCHILDREN] There are mailboxes below it
            C: e RENAME Work Old/Work
            S: e OK Done
            C: f LIST "" *ork*
            S: * LIST (\\HasChildren) "/" "Old/Work"
            S: * LIST (\\HasNoChildren) "/" "Old/Work/2026"
            S: * LIST (\\HasNoChildren) "/" "work"
            S: f OK Done
            C: g DELETE Old/Work/2026
            S: g OK Done
            C: h DELETE INBOX
            S: h NO [CANNOT] The inbox stays
            C: i CREATE "a*b"
            S: i NO [CANNOT] No mailbox can have this name
            C: j CREATE Spam (USE (\\Junk))
            S: j NO [CANNOT] Another mailbox has this use
            C: k CREATE All (USE (\\All))
            S: k NO [USEATTR] A mailbox can't be used so here
            C: l SELECT "nowhere"
            S: l NO [NONEXISTENT] There is no such mailbox
            E: PEER
            """);
  }

  @Test
  void namesAreInModifiedUtf7UntilTheClientWantsUtf8() {
    dialogue()
        .playLoggedIn(
            """
            C: a CREATE &U,BTFw-/&ZeVnLIqe-
            S: a OK Done
            C: b LIST "" *&ZeVnLIqe-
            S: * LIST (\\HasNoChildren) "/" "&U,BTFw-/&ZeVnLIqe-"
            S: b OK Done
            C: c CREATE "a&b"
            S: c BAD ~
            C: d ENABLE IMAP4rev2 CONDSTORE X-MORE
            S: * ENABLED IMAP4REV2 CONDSTORE
            S: d OK Done
            C: e LIST "" "台北/%"
            S: * LIST (\\HasNoChildren) "/" "台北/日本語"
            S: e OK Done
            E: PEER
            """);
  }

  @Test
  void stringsAreUtf8OnceTheClientAcceptsThat() {
    hub.file("INBOX", "Subject: =?x?=\r\nTo: \"\u00E5\u008D\u0088\" <a@b>\r\n\r\n");
    dialogue()
        .playSelected(
            """
            C: a CREATE "台北"
            S: a OK Done
            C: b APPEND INBOX UTF8 (~{2+}
            C: x)
            S: b BAD Enable UTF8=ACCEPT first
            C: c FETCH 1 ENVELOPE
            S: * 1 FETCH (ENVELOPE (NIL "=?x?=" NIL NIL NIL (({3}
            S: 午 NIL "a" "b")) NIL NIL NIL NIL))
            S: c OK Done
            C: d ENABLE UTF8=ACCEPT
            S: * ENABLED UTF8=ACCEPT
            S: d OK Done
            C: e LIST "" "台*"
            S: * LIST (\\HasNoChildren) "/" "台北"
            S: e OK Done
            C: f FETCH 1 ENVELOPE
            S: * 1 FETCH (ENVELOPE (NIL "=?x?=" NIL NIL NIL (("午" NIL "a" "b")) NIL NIL NIL NIL))
            S: f OK Done
            C: g APPEND "台北" (\\Seen) UTF8 (~{14}
            S: + OK
            C: Subject: 午
            C: )
            S: g OK [APPENDUID 13 1] Appended
            C: h APPEND "台北" UTF8 (~{1+}
            C: x UTF8 (~{1+}
            C: y)
            S: h BAD ~
            C: i STATUS "台北" (MESSAGES)
            S: * STATUS "台北" (MESSAGES 1)
            S: i OK Done
            C: j SEARCH CHARSET UTF-8 TO "午"
            S: j BAD Strings are in UTF-8, name no charset
            C: k SEARCH TO "午"
            S: * SEARCH 1
            S: k OK Done
            C: l CREATE "&U,BTFw-"
            S: l OK Done
            C: m LIST "" &%
            S: * LIST (\\HasNoChildren) "/" "&U,BTFw-"
            S: m OK Done
            E: PEER
            """);
  }

  @Test
  void subscriptionsStayWithoutTheirMailbox() {
    dialogue()
        .playLoggedIn(
            """
            C: a SUBSCRIBE Gone/Away
            S: a OK Done
            C: b UNSUBSCRIBE Junk
            S: b OK Done
            C: c LIST (SUBSCRIBED) "" *
            S: * LIST (\\HasNoChildren \\Archive \\Subscribed) "/" "Archive"
            S: * LIST (\\HasNoChildren \\Drafts \\Subscribed) "/" "Drafts"
            S: * LIST (\\NonExistent \\Subscribed) "/" "Gone/Away"
            S: * LIST (\\HasNoChildren \\Subscribed) "/" "INBOX"
            S: * LIST (\\HasNoChildren \\Sent \\Subscribed) "/" "Sent"
            S: * LIST (\\HasNoChildren \\Trash \\Subscribed) "/" "Trash"
            S: c OK Done
            C: d LIST (SUBSCRIBED RECURSIVEMATCH) "" G%
            S: * LIST (\\NonExistent) "/" "Gone" ("CHILDINFO" ("SUBSCRIBED"))
            S: d OK Done
            C: e LSUB "" G%
            S: * LSUB (\\Noselect) "/" "Gone"
            S: e OK Done
            C: f LSUB "Gone/" *
            S: * LSUB () "/" "Gone/Away"
            S: f OK Done
            C: g LIST (RECURSIVEMATCH) "" *
            S: g BAD RECURSIVEMATCH goes with SUBSCRIBED
            E: PEER
            """);
  }

  @Test
  void statusCountsAlsoWithinAList() {
    hub.file("INBOX", "Subject: one\r\n\r\ntext\r\n");
    dialogue()
        .playLoggedIn(
            """
            C: a STATUS inbox (MESSAGES UNSEEN UIDNEXT UIDVALIDITY SIZE DELETED RECENT)
            S: * STATUS "INBOX" (MESSAGES 1 UNSEEN 1 UIDNEXT 2 UIDVALIDITY 7 SIZE 22 DELETED 0 RECENT 0)
            S: a OK Done
            C: b LIST "" I% RETURN (STATUS (MESSAGES HIGHESTMODSEQ))
            S: * LIST (\\HasNoChildren) "/" "INBOX"
            S: * STATUS "INBOX" (MESSAGES 1 HIGHESTMODSEQ 2)
            S: b OK Done
            C: c STATUS INBOX (COLOUR)
            S: c BAD STATUS doesn't know that
            C: d STATUS "no" (MESSAGES)
            S: d NO [NONEXISTENT] There is no such mailbox
            E: PEER
            """);
  }

  @FedInPieces
  void messagesAreAppended(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .playLoggedIn(
            """
            C: a APPEND Drafts (\\Draft \\Seen) "29-Nov-2026 10:00:00 +0800" {22}
            S: + OK
            C> Subject: one\\r\\n\\r\\ntext\\r\\n\\r\\n
            S: a OK [APPENDUID 8 1] Appended
            C> b APPEND Drafts {3+}\\r\\nabc (\\\\Flagged) {2+}\\r\\nde\\r\\n
            S: b OK [APPENDUID 8 2:3] Appended
            C> c APPEND Nowhere {3+}\\r\\nabc\\r\\n
            S: c NO [TRYCREATE] There is no such mailbox
            C: d STATUS Drafts (MESSAGES UNSEEN)
            S: * STATUS "Drafts" (MESSAGES 3 UNSEEN 2)
            S: d OK Done
            C: e APPEND Drafts (\\Nonsense) {3+}
            C: abc
            S: e BAD There is no such system flag
            C: f NOOP
            S: f OK Done
            E: PEER
            """);
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsSent() {
    hub.limit(ImapLimits.DEFAULTS.withMessage(100));
    dialogue()
        .playLoggedIn(
            """
            C: a APPEND Drafts {101}
            S: a NO [TOOBIG] The message is too large
            C> b APPEND Drafts {101+}\\r\\n%s\\r\\n
            S: b NO [TOOBIG] The message is too large
            C: c APPEND Drafts {100000+}
            S: * BYE A literal is too large
            S: c NO [TOOBIG] The message is too large
            """
                .formatted("x".repeat(101)));
  }

  @Test
  void quotasAreToldAndKept() {
    hub.limit(new Quota(0, 10_000, 0, 1));
    dialogue()
        .playLoggedIn(
            """
            C> a APPEND INBOX {2000+}\\r\\n%s\\r\\n
            S: a OK [APPENDUID 7 1] Appended
            C> b APPEND INBOX {3+}\\r\\nabc\\r\\n
            S: b NO [OVERQUOTA] The mailbox is full
            C: c GETQUOTAROOT INBOX
            S: * QUOTAROOT "INBOX" ""
            S: * QUOTA "" (STORAGE 2 10 MESSAGE 1 1)
            S: c OK Done
            C: d GETQUOTA "other"
            S: d NO [NONEXISTENT] There is no such quota root
            E: PEER
            """
                .formatted("x".repeat(2000)));
  }

  @Test
  void withoutLimitsThereIsNoQuotaRoot() {
    dialogue()
        .playLoggedIn(
            """
            C: a GETQUOTAROOT INBOX
            S: * QUOTAROOT "INBOX"
            S: a OK Done
            C: b GETQUOTA ""
            S: b NO [NONEXISTENT] There is no such quota root
            E: PEER
            """);
  }

  private ImapDialogue dialogue() {
    return ImapDialogue.with(hub);
  }
}
