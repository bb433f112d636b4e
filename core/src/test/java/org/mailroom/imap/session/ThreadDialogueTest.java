package org.mailroom.imap.session;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.InMemoryMailboxes;

/** How a client has messages put into threads: RFC 5256. */
class ThreadDialogueTest {

  private final InMemoryMailboxes hub = new InMemoryMailboxes();

  @BeforeEach
  void fourMessages() {
    hub.file("INBOX", "Message-ID: <a@x>\r\nSubject: lunch\r\n\r\n");
    hub.file("INBOX", "Message-ID: <b@x>\r\nIn-Reply-To: <a@x>\r\nSubject: Re: lunch\r\n\r\n");
    hub.file("INBOX", "Message-ID: <c@x>\r\nReferences: <a@x>\r\n <b@x>\r\nSubject: no\r\n\r\n");
    hub.file("INBOX", "Message-ID: <d@x>\r\nSubject: other\r\n\r\n");
    hub.file("INBOX", "Message-ID: <e@x>\r\nSubject: Re: lunch\r\n\r\n");
  }

  @Test
  void messagesAreFoundAndPutIntoThreads() {
    ImapDialogue.with(hub)
        .playSelected(
            """
            C: a THREAD REFERENCES UTF-8 ALL
            S: * THREAD (1 (2 3)(5))(4)
            S: a OK Done
            C: b UID THREAD references US-ASCII NOT UID 2
            S: * THREAD (1 (3)(5))(4)
            S: b OK Done
            C: c THREAD ORDEREDSUBJECT UTF-8 ALL
            S: * THREAD (1 (2)(5))(3)(4)
            S: c OK Done
            C: d THREAD REFERENCES UTF-8 SUBJECT nothing
            S: * THREAD
            S: d OK Done
            C: e THREAD REFERENCES X-NONE ALL
            S: e NO [BADCHARSET (UTF-8 US-ASCII)] This charset is not known here
            C: f THREAD REFS UTF-8 ALL
            S: f BAD Threads are made by REFERENCES or ORDEREDSUBJECT
            E: PEER
            """);
  }
}
