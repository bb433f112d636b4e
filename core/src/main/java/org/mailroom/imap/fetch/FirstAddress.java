package org.mailroom.imap.fetch;

import java.util.List;
import org.mailroom.mime.EncodedWords;
import org.mailroom.mime.MimePart;

/**
 * The first address of a field, which may be the beginning of a group.
 *
 * @param mailbox without its host, or the name of the group; empty for none
 * @param display what people see of it (RFC 5957, 2): the name, else the address; empty for none
 */
public record FirstAddress(String mailbox, String display) {

  private static final FirstAddress NONE = new FirstAddress("", "");

  /**
   * That of a field.
   *
   * @param field in lower case
   */
  public static FirstAddress of(MimePart message, String field) {
    List<EnvelopeAddress> all = EnvelopeAddress.all(message, field);
    return all.isEmpty() ? NONE : of(all.get(0));
  }

  private static FirstAddress of(EnvelopeAddress address) {
    String mailbox = EncodedWords.decode(address.mailbox().orElse(""));
    String host = address.host().filter(name -> !name.isEmpty()).map(name -> "@" + name).orElse("");
    String name = EncodedWords.decode(address.name().orElse("")).strip();
    return new FirstAddress(mailbox, name.isEmpty() ? mailbox + host : name);
  }
}
