package org.mailroom.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.PlainText;
import org.mailroom.dsn.Ret;

/**
 * The options of the classic {@code sendmail}: single letters, several behind one hyphen, a value
 * in the same word or the next. What has no meaning here is accepted, as programs give it, but for
 * modes that are not about sending one message.
 */
final class SendmailOptions {

  private static final String FLAGS = "GUimntv";
  private static final String VALUED = "ABCFLNORVXbdfhopr";

  /** Recipients, as given. */
  final List<String> recipients = new ArrayList<>();

  /** {@code -t}: take the recipients of the header, too. */
  boolean fromHeader;

  /** {@code -i}: a dot alone on a line is text. */
  boolean dotsAreText;

  /** {@code -f}, {@code -r}: the reverse-path, empty text for the null one. */
  Optional<String> reversePath = Optional.empty();

  /** {@code -F}: the sender's name, for a From field that is missing. */
  Optional<String> name = Optional.empty();

  /** {@code -N}. */
  Optional<Notify> notification = Optional.empty();

  /** {@code -R}. */
  Optional<Ret> ret = Optional.empty();

  /** {@code -V}. */
  Optional<String> envelopeId = Optional.empty();

  private SendmailOptions() {}

  /**
   * Reads a command line.
   *
   * @throws UsageException for an unknown option, a missing or malformed value, and modes that this
   *     command doesn't have
   */
  static SendmailOptions parse(List<String> words) throws UsageException {
    SendmailOptions options = new SendmailOptions();
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (word.equals("--")) {
        options.recipients.addAll(rest);
        rest.clear();
      } else if (word.length() > 1 && word.charAt(0) == '-') {
        options.word(word, rest);
      } else {
        options.recipients.add(word);
      }
    }
    return options;
  }

  private void word(String word, Deque<String> rest) throws UsageException {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (FLAGS.indexOf(letter) >= 0) {
        flag(letter);
      } else if (VALUED.indexOf(letter) >= 0) {
        boolean inWord = i + 1 < word.length();
        if (!inWord && rest.isEmpty()) {
          throw new UsageException("missing value: -" + letter);
        }
        value(letter, inWord ? word.substring(i + 1) : rest.pop());
        return;
      } else {
        throw new UsageException("unknown option: -" + letter);
      }
    }
  }

  private void flag(char letter) {
    fromHeader |= letter == 't';
    dotsAreText |= letter == 'i';
  }

  private void value(char letter, String value) throws UsageException {
    try {
      switch (letter) {
        case 'b' -> mode(value);
        case 'f', 'r' -> reversePath = Optional.of(value.equals("<>") ? "" : value);
        case 'F' -> name = Optional.of(plain(value));
        case 'N' -> notification = Optional.of(Notify.parse(value));
        case 'R' -> ret = Optional.of(Ret.valueOf(value.toUpperCase(Locale.ROOT)));
        case 'V' -> envelopeId = Optional.of(plain(value));
        case 'o' -> dotsAreText |= value.equals("i");
        default -> {
          // Accepted, and without a meaning here.
        }
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("-" + letter + " has a value that means nothing");
    }
  }

  private static String plain(String value) {
    if (value.isEmpty() || value.length() > 100 || !PlainText.isPlain(value)) {
      throw new IllegalArgumentException("Not plain text of up to 100 characters");
    }
    return value;
  }

  private static void mode(String mode) throws UsageException {
    if (mode.equals("s")) {
      throw new UsageException("-bs is not there: speak SMTP to the hub's port instead");
    }
    if (!mode.equals("m")) {
      throw new UsageException("-b" + mode + " is not there: this command sends a message only");
    }
  }
}
