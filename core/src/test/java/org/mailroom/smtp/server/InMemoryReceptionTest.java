package org.mailroom.smtp.server;

import java.net.InetAddress;
import org.mailroom.mail.ForwardPath;

/** The fake keeps the contract of what it stands for. */
class InMemoryReceptionTest implements ReceptionContract {

  private final InMemoryReception hub = new InMemoryReception();

  @Override
  public Reception reception() {
    return hub;
  }

  @Override
  public InetAddress trustedClient() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public ForwardPath recipientHere() {
    return ForwardPath.parse("bob@hub.test");
  }
}
