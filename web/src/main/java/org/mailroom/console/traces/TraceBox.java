package org.mailroom.console.traces;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.StringJoiner;
import org.mailroom.mail.QueueId;

/**
 * Reads what is written into the search box: {@code from: to: subject: id: ip: status: after:
 * before:} and plain words. A plain address is that of a sender or a recipient, a plain id or IP
 * address is one, and all other words are of the subject.
 */
final class TraceBox {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Instant now;
  private final ZoneId zone;
  private final StringJoiner subject = new StringJoiner(" ");
  private String sender = "";
  private String recipient = "";
  private String either = "";
  private String client = "";
  private String outcome = "";
  private Optional<QueueId> id = Optional.empty();
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();

  private TraceBox(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * Reads a search.
   *
   * @throws MistakenSearchException when something in it can't be understood
   */
  static TraceQuestion read(String text, Instant now, ZoneId zone) throws MistakenSearchException {
    TraceBox box = new TraceBox(now, zone);
    for (SearchWord word : SearchWord.read(text)) {
      box.add(word);
    }
    return box.question();
  }

  private void add(SearchWord word) throws MistakenSearchException {
    String value = word.value();
    switch (word.name()) {
      case "" -> plain(value);
      case "from" -> sender = address(value);
      case "to" -> recipient = address(value);
      case "subject" -> subject.add(value);
      case "id" -> id = Optional.of(id(value));
      case "ip" -> client = value;
      case "status" -> outcome = value;
      case "after" -> from = Optional.of(SearchTime.parse(value, now, zone));
      case "before" -> to = Optional.of(SearchTime.parse(value, now, zone));
      default -> throw new MistakenSearchException("term", word.name() + ":");
    }
  }

  private void plain(String value) throws MistakenSearchException {
    if (value.indexOf('@') >= 0) {
      either = address(value);
    } else if (value.matches("[0-9A-Z]{13}")) {
      id = Optional.of(id(value));
    } else if (value.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+")) {
      client = value;
    } else {
      subject.add(value);
    }
  }

  /** As traces know it: without an at sign, a name with a dot is a domain, all else a beginning. */
  private static String address(String value) {
    if (value.indexOf('@') >= 0 || value.equals("<>") || value.endsWith("*")) {
      return value;
    }
    return value.indexOf('.') > 0 ? "@" + value : value + "@*";
  }

  private static QueueId id(String value) throws MistakenSearchException {
    try {
      return QueueId.of(value);
    } catch (IllegalArgumentException e) {
      throw new MistakenSearchException("id", value);
    }
  }

  /** Nothing asked is the last hour; what has no index is looked for in the last day. */
  private TraceQuestion question() {
    boolean found =
        id.isPresent()
            || !(sender.isEmpty() && recipient.isEmpty() && either.isEmpty())
            || subject.length() > 0;
    boolean asked = found || !client.isEmpty() || !outcome.isEmpty();
    Optional<Duration> span =
        from.isPresent() || to.isPresent() || found
            ? Optional.empty()
            : Optional.of(asked ? DAY : HOUR);
    return new TraceQuestion(
        from.or(() -> span.map(now::minus)),
        to,
        sender,
        recipient,
        either,
        subject.toString(),
        id,
        client,
        outcome,
        span);
  }
}
