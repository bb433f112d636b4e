package org.mailroom.directory;

import java.util.EnumSet;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.mail.Address;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;

/**
 * What goes along with a mail while its recipient is expanded.
 *
 * @param recipient who it is for now, with the DSN parameters that hold there
 * @param from the reverse-path that it has by now
 * @param byList true behind a list
 */
record Carriage(EnvelopeRecipient recipient, ReversePath from, boolean byList) {

  Address address() {
    return recipient.path().address();
  }

  /** To another address: who asked to be told is told of the one that was named (RFC 3461, 4.2). */
  Carriage to(Address other) {
    if (byList) {
      return new Carriage(EnvelopeRecipient.of(new ForwardPath(other)), from, true);
    }
    return new Carriage(
        new EnvelopeRecipient(
            new ForwardPath(other),
            recipient.notification(),
            recipient.originalRecipient().or(() -> Optional.of(named(address())))),
        from,
        false);
  }

  /**
   * Into a list: a mail of its own, reported to the owner, without the sender's DSN parameters (RFC
   * 3461, 5.2.7.1). What must not be answered must not be answered to the owner either.
   */
  Carriage into(DistributionList list) {
    ReversePath owner = from.isNull() ? from : ReversePath.of(list.owner());
    return new Carriage(recipient, owner, true);
  }

  Optional<ReversePath> owner() {
    return byList ? Optional.of(from) : Optional.empty();
  }

  /** The same recipient without a notice of success. */
  static EnvelopeRecipient withoutSuccess(EnvelopeRecipient recipient) {
    if (recipient.notification().filter(n -> n.wants(Notify.Event.SUCCESS)).isEmpty()) {
      return recipient;
    }
    EnumSet<Notify.Event> others = EnumSet.copyOf(recipient.notification().get().events());
    others.remove(Notify.Event.SUCCESS);
    return new EnvelopeRecipient(
        recipient.path(), Optional.of(new Notify(others)), recipient.originalRecipient());
  }

  private static OriginalRecipient named(Address address) {
    String text = address.toString();
    boolean ascii = text.chars().allMatch(c -> c <= 0x7F);
    return new OriginalRecipient(ascii ? "rfc822" : "utf-8", text);
  }
}
