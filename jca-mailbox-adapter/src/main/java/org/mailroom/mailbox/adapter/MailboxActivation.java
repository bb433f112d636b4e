package org.mailroom.mailbox.adapter;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import org.mailroom.listener.ListenerProperties;
import org.mailroom.listener.ListenerService;

/** What a message-driven bean says of the listener it wants. */
@Activation(messageListeners = ListenerService.class)
public class MailboxActivation extends ListenerProperties implements ActivationSpec {

  private ResourceAdapter resourceAdapter;

  /** No listener until the bean names a port. */
  public MailboxActivation() {
    super("mailbox", "0");
  }

  @Override
  public void validate() throws InvalidPropertyException {
    try {
      address();
      grace();
    } catch (IllegalArgumentException e) {
      throw new InvalidPropertyException("The listener " + getListenerName(), e);
    }
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.resourceAdapter = adapter;
  }
}
