package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.mime.MimeField;
import org.mailroom.mime.MimePart;

/**
 * An address of an envelope, or one end of a group (RFC 9051, 7.5.2). A group begins with its name
 * as the mailbox and no host, and ends without both; of an address, host and mailbox may be empty,
 * but they are there.
 *
 * <pre>
 * address = "(" addr-name SP addr-adl SP addr-mailbox SP addr-host ")"
 * </pre>
 *
 * @param route domains with an at-sign before each (RFC 5322, 4.4)
 * @param mailbox without quotes
 */
record EnvelopeAddress(
    Optional<String> name,
    Optional<String> route,
    Optional<String> mailbox,
    Optional<String> host) {

  /** Ends a group. */
  static final EnvelopeAddress GROUP_END =
      new EnvelopeAddress(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The addresses in all fields of this name, in lower case. */
  static List<EnvelopeAddress> all(MimePart message, String field) {
    String all =
        message.fields().stream()
            .filter(each -> each.name().equals(field))
            .map(MimeField::value)
            .collect(Collectors.joining(", "));
    return AddressListReader.read(all);
  }

  /** Begins a group. */
  static EnvelopeAddress group(String name) {
    return new EnvelopeAddress(
        Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty());
  }

  /**
   * An address.
   *
   * @param name empty for none
   * @param route empty for none
   */
  static EnvelopeAddress of(String name, String route, String mailbox, String host) {
    return new EnvelopeAddress(
        Optional.of(name).filter(text -> !text.isEmpty()),
        Optional.of(route).filter(text -> !text.isEmpty()),
        Optional.of(mailbox),
        Optional.of(host));
  }

  void write(ResponseWriter out) throws IOException {
    out.text("(").nstring(name).text(" ").nstring(route);
    out.text(" ").nstring(mailbox).text(" ").nstring(host).text(")");
  }
}
