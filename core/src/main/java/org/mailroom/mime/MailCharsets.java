package org.mailroom.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Charsets as mail names them, and as it means them. */
final class MailCharsets {

  private MailCharsets() {}

  /**
   * The charset of this name. Simplified Chinese is read as GB18030, which has all of GB2312 and
   * GBK: mail that says one of these often has characters of the others. ASCII is read as UTF-8 for
   * the same reason.
   */
  static Optional<Charset> named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "us-ascii", "ascii" -> Optional.of(StandardCharsets.UTF_8);
      case "gb2312", "gbk", "cp936", "x-gbk", "gb_2312-80", "euc-cn" -> known("GB18030");
      default -> known(lower);
    };
  }

  private static Optional<Charset> known(String name) {
    try {
      return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    } catch (IllegalCharsetNameException e) {
      return Optional.empty();
    }
  }
}
