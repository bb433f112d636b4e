package org.mailroom.imap.sort;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.fetch.FirstAddress;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * One thing that messages are sorted by.
 *
 * <pre>
 * sort-criterion = ["REVERSE" SP] sort-key
 * </pre>
 *
 * @param isReversed true for what is highest first
 */
record SortCriterion(SortKey key, boolean isReversed) {

  /**
   * What it looks at.
   *
   * <pre>
   * sort-key = "ARRIVAL" / "CC" / "DATE" / "FROM" / "SIZE" / "SUBJECT" / "TO" ; RFC 5256, 5
   * sort-key =/ "DISPLAYFROM" / "DISPLAYTO" ; RFC 5957, 4
   * </pre>
   */
  enum SortKey {
    ARRIVAL,
    SIZE,
    DATE,
    SUBJECT,
    FROM,
    TO,
    CC,
    DISPLAYFROM,
    DISPLAYTO
  }

  private static final String REVERSE = "REVERSE";

  static SortCriterion read(Arguments arguments) throws ImapSyntaxException {
    boolean isReversed = arguments.takeWord(REVERSE);
    if (isReversed) {
      arguments.space();
    }
    try {
      return new SortCriterion(
          SortKey.valueOf(arguments.atom().toUpperCase(Locale.ROOT)), isReversed);
    } catch (IllegalArgumentException e) {
      throw new ImapSyntaxException("There is no such sort key");
    }
  }

  Wanted wanted() {
    return switch (key) {
      case ARRIVAL, SIZE -> Wanted.NOTHING;
      default -> Wanted.of(Wanted.Detail.STRUCTURE);
    };
  }

  /** Octets whose order is that of the messages. */
  byte[] valueOf(MessageData message) {
    return switch (key) {
      case ARRIVAL -> octets(message.internalDate().toEpochMilli());
      case SIZE -> octets(message.size());
      case DATE -> octets(SentDate.of(message));
      case SUBJECT -> Casemap.octets(subject(message));
      case FROM, TO, CC -> Casemap.octets(address(message, key.name()).mailbox());
      case DISPLAYFROM -> Casemap.octets(address(message, "FROM").display());
      case DISPLAYTO -> Casemap.octets(address(message, "TO").display());
    };
  }

  /** Compares values of two messages. */
  int compare(byte[] one, byte[] other) {
    int order = Arrays.compareUnsigned(one, other);
    return isReversed ? -order : order;
  }

  private static byte[] octets(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array();
  }

  private static String subject(MessageData message) {
    return BaseSubject.of(message.structure().message().field("subject").orElse("")).text();
  }

  private static FirstAddress address(MessageData message, String field) {
    return FirstAddress.of(message.structure().message(), field.toLowerCase(Locale.ROOT));
  }
}
