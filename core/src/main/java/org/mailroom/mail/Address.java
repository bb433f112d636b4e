package org.mailroom.mail;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.mailroom.dsn.PlainText;

/**
 * A mail address, {@code local-part@domain} (RFC 5321, 4.1.2; RFC 6531, 3.3).
 *
 * <pre>
 * Mailbox       = Local-part "@" ( Domain / address-literal )
 * Local-part    = Dot-string / Quoted-string
 * Dot-string    = Atom *("."  Atom)
 * Quoted-string = DQUOTE *( qtext / "\" %d32-126 ) DQUOTE
 * </pre>
 *
 * @param localPart as written, with its quotes if it has any; 1 to 64 octets in UTF-8
 * @param domain the part behind the last {@code @}
 */
public record Address(String localPart, Domain domain) {

  private static final int MAX_LOCAL_PART = 64;
  private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

  /** Refuses a local part that the grammar doesn't have. */
  public Address {
    Objects.requireNonNull(localPart, "an address needs a local part");
    Objects.requireNonNull(domain, "an address needs a domain");
    if (localPart.isEmpty() || utf8Length(localPart) > MAX_LOCAL_PART) {
      throw AddressReason.LOCAL_PART_LENGTH.refused();
    }
    if (localPart.charAt(0) == '"') {
      requireQuotedString(localPart);
    } else {
      requireDotString(localPart);
    }
  }

  /**
   * Reads an address without angle brackets.
   *
   * @throws IllegalArgumentException when the text is not an address; the message never repeats it
   */
  public static Address parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw AddressReason.NO_AT.refused();
    }
    return new Address(text.substring(0, at), Domain.of(text.substring(at + 1)));
  }

  /** True when SMTPUTF8 is needed to name this address (RFC 6531): non-ASCII in the local part. */
  public boolean needsSmtpUtf8() {
    return !isAscii(localPart);
  }

  /** The address with its domain in A-labels, for a next hop without SMTPUTF8. */
  public String withAsciiDomain() {
    return localPart + "@" + (domain.isInternationalized() ? domain.ascii() : domain.text());
  }

  @Override
  public String toString() {
    return localPart + "@" + domain;
  }

  private static void requireDotString(String text) {
    boolean atomStarts = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (atomStarts) {
          throw AddressReason.EMPTY_ATOM.refused();
        }
        atomStarts = true;
      } else if (isAtomText(c)) {
        atomStarts = false;
      } else {
        throw AddressReason.NEEDS_QUOTES.refused();
      }
    }
    if (atomStarts) {
      throw AddressReason.DOT_AT_END.refused();
    }
  }

  private static void requireQuotedString(String text) {
    int last = text.length() - 1;
    if (last == 0 || text.charAt(last) != '"') {
      throw AddressReason.QUOTE_AT_END.refused();
    }
    for (int i = 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        if (i == last || text.charAt(i) < ' ' || text.charAt(i) > '~') {
          throw AddressReason.BACKSLASH.refused();
        }
      } else if (c == '"' || !PlainText.isPlain(c)) {
        throw AddressReason.BARE_QUOTE.refused();
      }
    }
  }

  private static boolean isAtomText(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || ATOM_SPECIALS.indexOf(c) >= 0
        || c > 0x7F && PlainText.isPlain(c);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static int utf8Length(String text) {
    return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
