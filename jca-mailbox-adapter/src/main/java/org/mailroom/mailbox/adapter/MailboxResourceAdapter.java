package org.mailroom.mailbox.adapter;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import org.mailroom.listener.LaterListener;

/**
 * Opens a listener for each endpoint that is activated, once the endpoint answers, and closes it
 * with the endpoint.
 */
@Connector(
    displayName = "Mailroom POP3 and IMAP",
    vendorName = "Mailroom",
    eisType = "Mailbox server",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class MailboxResourceAdapter implements ResourceAdapter {

  private final Map<Activated, Opened> listeners = new ConcurrentHashMap<>();

  private record Activated(MessageEndpointFactory factory, ActivationSpec spec) {}

  private record Opened(LaterListener listener, Duration grace) {
    void close() {
      listener.close(grace);
    }
  }

  @Override
  public void start(BootstrapContext bootstrapContext) {
    // Needs nothing of the server.
  }

  @Override
  public void stop() {
    listeners.values().forEach(Opened::close);
    listeners.clear();
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    MailboxActivation activation = (MailboxActivation) spec;
    activation.validate();
    EndpointService service = new EndpointService(factory);
    LaterListener listener =
        new LaterListener(activation.getListenerName(), activation.address(), service, service);
    listeners.put(new Activated(factory, spec), new Opened(listener, activation.grace()));
    listener.open();
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    Opened opened = listeners.remove(new Activated(factory, spec));
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  // JCA asks for equality by configuration; an adapter without any is equal to its own kind.
  @Override
  public boolean equals(Object other) {
    return other instanceof MailboxResourceAdapter;
  }

  @Override
  public int hashCode() {
    return MailboxResourceAdapter.class.hashCode();
  }
}
