package org.mailroom.mailbox.archive;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailroom.mailbox.MessageFlags;

/**
 * What the small letters in the names of a Maildir mean: Dovecot's file {@code dovecot-keywords}.
 *
 * <pre>
 * line = number SP keyword      ; 0 is the letter a
 * </pre>
 */
public final class DovecotKeywords {

  /** Its name in a folder. */
  public static final String FILE = "dovecot-keywords";

  /** They mean nothing. */
  public static final DovecotKeywords NONE = parse("");

  private final Map<Character, String> keywords = new TreeMap<>();

  private DovecotKeywords() {}

  /** Reads the file; lines without a meaning are passed over. */
  public static DovecotKeywords parse(String text) {
    DovecotKeywords read = new DovecotKeywords();
    text.lines()
        .map(line -> line.split(" ", 2))
        .filter(words -> words.length == 2 && words[0].matches("[0-9]|1[0-9]|2[0-5]"))
        .filter(words -> MessageFlags.isKeyword(words[1]))
        .forEach(words -> read.keywords.put((char) ('a' + Integer.parseInt(words[0])), words[1]));
    return read;
  }

  /** What a letter means. */
  Optional<String> of(char letter) {
    return Optional.ofNullable(keywords.get(letter));
  }
}
