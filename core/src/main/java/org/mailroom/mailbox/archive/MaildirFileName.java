package org.mailroom.mailbox.archive;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.SystemFlag;

/**
 * What the name of a file in a Maildir says of its message.
 *
 * <pre>
 * name = seconds "." unique [ ":2," *letter ]
 * </pre>
 *
 * @param time when it was delivered
 */
public record MaildirFileName(MessageFlags flags, Optional<Instant> time) {

  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,11})\\..*", Pattern.DOTALL);
  private static final Pattern LETTERS = Pattern.compile("[:;!]2,([A-Za-z,=0-9]*)$");
  private static final Map<Character, SystemFlag> FLAGS =
      Map.of(
          'D', SystemFlag.DRAFT,
          'F', SystemFlag.FLAGGED,
          'R', SystemFlag.ANSWERED,
          'S', SystemFlag.SEEN,
          'T', SystemFlag.DELETED);

  /** Reads a name; P, passed, is {@code $Forwarded}, and small letters are keywords. */
  public static MaildirFileName parse(String name, DovecotKeywords keywords) {
    Matcher letters = LETTERS.matcher(name);
    Matcher seconds = SECONDS.matcher(name);
    return new MaildirFileName(
        letters.find() ? flags(letters.group(1), keywords) : MessageFlags.NONE,
        seconds.matches()
            ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))))
            : Optional.empty());
  }

  private static MessageFlags flags(String letters, DovecotKeywords keywords) {
    int system = 0;
    Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (FLAGS.containsKey(letter)) {
        system |= FLAGS.get(letter).bit();
      } else if (letter == 'P') {
        words.add("$Forwarded");
      } else {
        keywords.of(letter).ifPresent(words::add);
      }
    }
    return new MessageFlags(system, words);
  }
}
