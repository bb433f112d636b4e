package org.mailroom.directory;

import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;

/**
 * Reverse-paths: {@code ann@corp.test} is that one, {@code *@corp.test} all of a domain, {@code
 * *@*.corp.test} all of the domains below it. None is the null one.
 *
 * @param domains behind the last {@code @}
 * @param address when it is a single one
 */
record SenderPattern(DomainPattern domains, Optional<AddressKey> address) {

  static SenderPattern parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException("A pattern of senders has an @");
    }
    String domain = text.substring(at + 1);
    return text.startsWith("*@")
        ? new SenderPattern(DomainPattern.parse(domain), Optional.empty())
        : new SenderPattern(
            DomainPattern.parse(domain),
            Optional.of(AddressKey.of(new Address(text.substring(0, at), Domain.of(domain)))));
  }

  boolean matches(ReversePath from) {
    return from.address()
        .filter(sender -> domains.matches(sender.domain()))
        .filter(sender -> address.map(AddressKey.of(sender)::equals).orElse(true))
        .isPresent();
  }
}
