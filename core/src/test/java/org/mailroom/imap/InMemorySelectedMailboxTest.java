package org.mailroom.imap;

import org.mailroom.imap.UserMailboxes.Quota;

class InMemorySelectedMailboxTest implements SelectedMailboxContract {

  private final InMemoryMailboxes hub = new InMemoryMailboxes();

  @Override
  public UserMailboxes mailboxes() {
    return hub;
  }

  @Override
  public void allow(long octets, long messages) {
    hub.limit(new Quota(0, octets, 0, messages));
  }
}
