package org.mailroom.directory;

import java.text.Normalizer;
import java.util.Locale;
import org.mailroom.mail.Address;

/**
 * What two ways to write an address have in common: local parts in NFC, lower case and without
 * needless quotes, domains in A-labels.
 *
 * @param localPart of no use as part of an address
 * @param domain A-labels in lower case
 */
public record AddressKey(String localPart, String domain) {

  /** The key of an address. */
  public static AddressKey of(Address address) {
    return new AddressKey(localPart(address.localPart()), address.domain().ascii());
  }

  /** The same with {@code main} in place of an alias domain. */
  AddressKey in(String main) {
    return new AddressKey(localPart, main);
  }

  private static String localPart(String written) {
    String plain = written.charAt(0) == '"' ? unquoted(written) : written;
    return Normalizer.normalize(
        Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT),
        Normalizer.Form.NFC);
  }

  private static String unquoted(String quoted) {
    StringBuilder text = new StringBuilder(quoted.length());
    for (int i = 1; i < quoted.length() - 1; i++) {
      if (quoted.charAt(i) == '\\') {
        i++;
      }
      text.append(quoted.charAt(i));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
