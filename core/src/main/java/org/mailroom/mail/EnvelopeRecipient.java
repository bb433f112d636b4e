package org.mailroom.mail;

import java.util.Objects;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;

/**
 * One recipient of an envelope, with what the sender asked to be told about it.
 *
 * @param path who it is
 * @param notification the NOTIFY parameter, empty when RCPT had none
 * @param originalRecipient the ORCPT parameter, empty when RCPT had none
 */
public record EnvelopeRecipient(
    ForwardPath path,
    Optional<Notify> notification,
    Optional<OriginalRecipient> originalRecipient) {

  /** Takes the parts as they are. */
  public EnvelopeRecipient {
    Objects.requireNonNull(path, "a recipient needs a forward-path");
    Objects.requireNonNull(notification, "notification is a value or empty");
    Objects.requireNonNull(originalRecipient, "originalRecipient is a value or empty");
  }

  /** A recipient without DSN parameters. */
  public static EnvelopeRecipient of(ForwardPath path) {
    return new EnvelopeRecipient(path, Optional.empty(), Optional.empty());
  }

  /** True when the sender wants, or by default gets, a DSN on {@code event}. */
  public boolean wants(Notify.Event event) {
    return notification.orElse(Notify.DEFAULT).wants(event);
  }
}
