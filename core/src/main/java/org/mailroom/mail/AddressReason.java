package org.mailroom.mail;

import org.mailroom.refusal.Reason;

/** What can be wrong with an address, a domain or an IP address as people write it. */
public enum AddressReason implements Reason {
  LOCAL_PART_LENGTH("A local part has 1 to 64 octets"),
  NO_AT("An address has an @"),
  EMPTY_ATOM("A local part has no empty atom"),
  NEEDS_QUOTES("A local part with a character that needs quotes"),
  DOT_AT_END("A local part doesn't end with a dot"),
  QUOTE_AT_END("A quoted local part ends with a quote"),
  BACKSLASH("A backslash in a local part quotes a character"),
  BARE_QUOTE("A quoted local part with a control or bare quote"),
  DOMAIN_LENGTH("A domain has 1 to 255 characters"),
  NO_IDNA("A domain with labels that IDNA can't encode"),
  LABEL_LENGTH("A domain label has 1 to 63 characters"),
  LABEL_CHARACTERS("A domain label has letters, digits and hyphens"),
  LABEL_ENDS("A domain label starts and ends with a letter or digit"),
  LITERAL_END("An address literal ends with ]"),
  LITERAL_ADDRESS("An address literal holds an IPv4 or IPv6: address"),
  NO_IP("Not an IP address");

  private final String sentence;

  AddressReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
