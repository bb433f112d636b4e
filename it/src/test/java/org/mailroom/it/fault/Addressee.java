package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.FiledMail;
import org.mailroom.it.command.Hub;

/** Somebody with a mailbox at a hub. */
record Addressee(Hub hub, String address) {

  /**
   * Sends mails, each of which must be taken.
   *
   * @return their queue ids
   */
  List<String> send(int mails) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < mails; i++) {
      ids.add(RawSmtp.deliver(hub.smtpPort(), "eve@away.test", Mails.simple("mail " + i), address));
    }
    return ids;
  }

  /** Waits until nothing is queued; each of these mails must be in the mailbox once then. */
  void hasOnce(List<String> ids) throws IOException {
    hub.awaitEmptyQueue();
    for (String id : ids) {
      assertThat(FiledMail.copies(hub, id)).as(id).containsOnly(Map.entry(address, 1));
    }
  }
}
