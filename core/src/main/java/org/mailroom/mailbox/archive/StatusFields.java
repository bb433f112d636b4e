package org.mailroom.mailbox.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SystemFlag;

/**
 * The flags that programs write into the header of a message in an mbox file: {@code Status} and
 * {@code X-Status} with a letter for each, {@code X-Keywords}, and those of Mozilla.
 */
final class StatusFields {

  /** So many keywords a message may have at most. */
  private static final int MOST = 50;

  private static final int LONGEST = 75;

  private final Set<String> keywords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private int system;
  private boolean inKeywords;

  /** A line of the header, or its beginning. */
  void line(byte[] octets, int length) {
    String line = new String(octets, 0, length, StandardCharsets.ISO_8859_1);
    if (line.startsWith(" ") || line.startsWith("\t")) {
      if (inKeywords) {
        addKeywords(line);
      }
      return;
    }
    int colon = line.indexOf(':');
    String name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
    String value = line.substring(colon + 1).strip();
    inKeywords = name.equals("x-keywords") || name.equals("x-mozilla-keys");
    if (inKeywords) {
      addKeywords(value);
    }
    switch (name) {
      case "status" -> addLetters(value, "R", SystemFlag.SEEN);
      case "x-status" ->
          addLetters(
              value,
              "AFDT",
              SystemFlag.ANSWERED,
              SystemFlag.FLAGGED,
              SystemFlag.DELETED,
              SystemFlag.DRAFT);
      case "x-mozilla-status" -> addBits(value);
      default -> {}
    }
  }

  MessageFlags flags() {
    return new MessageFlags(system, keywords);
  }

  private void addLetters(String value, String letters, SystemFlag... flags) {
    for (int i = 0; i < flags.length; i++) {
      addIf(value.indexOf(letters.charAt(i)) >= 0, flags[i]);
    }
  }

  private void addBits(String value) {
    if (value.matches("[0-9A-Fa-f]{4}")) {
      int bits = Integer.parseInt(value, 16);
      addIf((bits & 0x1) != 0, SystemFlag.SEEN);
      addIf((bits & 0x2) != 0, SystemFlag.ANSWERED);
      addIf((bits & 0x4) != 0, SystemFlag.FLAGGED);
      addIf((bits & 0x8) != 0, SystemFlag.DELETED);
    }
  }

  private void addIf(boolean there, SystemFlag flag) {
    system |= there ? flag.bit() : 0;
  }

  private void addKeywords(String value) {
    for (String word : value.strip().split("[\\s,]+", -1)) {
      if (MessageFlags.isKeyword(word) && word.length() <= LONGEST && keywords.size() < MOST) {
        keywords.add(word);
      }
    }
  }
}
