package org.mailroom.hub;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import org.mailroom.transport.ListenerReport;
import org.mailroom.transport.OpenSessions;

/** What message-driven beans behind a listener have in common. Outside JTA. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class ListenerEndpoint implements ListenerReport {

  @Inject private Listeners listeners;
  @Inject private Opening opening;

  /** Returns when the hub is ready: no listener opens before. */
  protected final void awaitOpening() {
    try {
      opening.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The hub is being stopped", e);
    }
  }

  @Override
  public void listenerOpened(String name, InetSocketAddress address, OpenSessions sessions) {
    listeners.opened(name, address, sessions);
  }

  @Override
  public void listenerClosed(String name) {
    listeners.closed(name);
  }

  @Override
  public void listenerFailed(String name, String reason) {
    listeners.failed(name, reason);
  }
}
