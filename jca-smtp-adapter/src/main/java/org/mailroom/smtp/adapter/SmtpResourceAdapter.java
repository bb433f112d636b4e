package org.mailroom.smtp.adapter;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;

/** Opens a listener for each endpoint that is activated, and closes it with the endpoint. */
@Connector(
    displayName = "Mailroom SMTP",
    vendorName = "Mailroom",
    eisType = "SMTP server",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class SmtpResourceAdapter implements ResourceAdapter {

  private final Map<Activated, EndpointListener> listeners = new ConcurrentHashMap<>();

  private record Activated(MessageEndpointFactory factory, ActivationSpec spec) {}

  @Override
  public void start(BootstrapContext bootstrapContext) {
    // Needs nothing of the server: see endpointActivation.
  }

  @Override
  public void stop() {
    listeners.values().forEach(EndpointListener::close);
    listeners.clear();
  }

  /**
   * Opens the listener once the endpoint answers, which is after this returns: the server doesn't
   * let endpoints be created before. Not by the server's work manager: a reload of the server
   * activates the endpoints of the deployment before it once more, with one that is shut down, and
   * an exception from here would stop the server.
   */
  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    SmtpActivation activation = (SmtpActivation) spec;
    activation.validate();
    EndpointListener listener = new EndpointListener(new EndpointReception(factory), activation);
    listeners.put(new Activated(factory, spec), listener);
    listener.openLater();
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    EndpointListener listener = listeners.remove(new Activated(factory, spec));
    if (listener != null) {
      listener.close();
    }
  }

  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  // JCA asks for equality by configuration; an adapter without any is equal to its own kind.
  @Override
  public boolean equals(Object other) {
    return other instanceof SmtpResourceAdapter;
  }

  @Override
  public int hashCode() {
    return SmtpResourceAdapter.class.hashCode();
  }
}
