package org.mailroom.imap.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.imap.fetch.AddressTokens.Kind;
import org.mailroom.imap.fetch.AddressTokens.Token;

/**
 * Reads a list of addresses as they are found in mail (RFC 5322, 3.4 and 4.4), in one go from left
 * to right. Never refuses: what makes no sense is passed over, or becomes a mailbox without a host.
 *
 * <pre>
 * address-list = (address *("," address)) / obs-addr-list
 * group        = display-name ":" [group-list] ";" [CFWS]
 * </pre>
 *
 * <p>A semicolon outside of a group is a comma.
 */
final class AddressListReader {

  private final AddressTokens tokens;
  private final List<EnvelopeAddress> found = new ArrayList<>();
  private FoundAddress address = new FoundAddress();
  private boolean inGroup;

  private AddressListReader(String text) {
    this.tokens = new AddressTokens(text);
  }

  /** The addresses of a field; the ends of groups are among them. */
  static List<EnvelopeAddress> read(String text) {
    return new AddressListReader(text).run();
  }

  private List<EnvelopeAddress> run() {
    for (Optional<Token> next = tokens.next(); next.isPresent(); next = tokens.next()) {
      take(next.get());
    }
    addressEnds();
    groupEnds();
    return found;
  }

  private void take(Token token) {
    boolean isDelimiter = !address.isInRoute() && (token.is(',') || token.is(';'));
    if (token.kind() == Kind.COMMENT) {
      address.comment(token.text());
    } else if (isDelimiter) {
      addressEnds();
      if (token.is(';')) {
        groupEnds();
      }
    } else if (token.is(':') && !inGroup && !address.hasBrackets()) {
      found.add(EnvelopeAddress.group(address.phrase()));
      address = new FoundAddress();
      inGroup = true;
    } else {
      address.take(token);
    }
  }

  private void addressEnds() {
    if (!address.isEmpty()) {
      found.add(address.address());
    }
    address = new FoundAddress();
  }

  private void groupEnds() {
    if (inGroup) {
      found.add(EnvelopeAddress.GROUP_END);
    }
    inGroup = false;
  }
}
