package org.mailroom.queue.filter;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;
import org.mailroom.settings.Durations;
import org.mailroom.settings.Sizes;

/** What a term can be about. */
final class Fields {

  /** How a value of a field becomes a term. */
  private interface Field {
    Term term(Word word) throws FilterException;
  }

  private static final String STATES =
      Arrays.stream(QueueState.values()).map(QueueState::key).collect(Collectors.joining(", "));

  private static final Map<String, Field> FIELDS = new TreeMap<>();

  static {
    FIELDS.put("from", texts(part -> List.of(part.reversePath())));
    FIELDS.put("to", texts(QueueEntry::forwardPaths));
    FIELDS.put("domain", texts(Fields::domains));
    FIELDS.put("nexthop", Fields::nextHops);
    FIELDS.put("id", Fields::ids);
    FIELDS.put("client", texts(part -> List.of(part.client())));
    FIELDS.put("status", texts(part -> last(part, last -> last.status().toString())));
    FIELDS.put("text", Fields::text);
    FIELDS.put("state", Fields::state);
    FIELDS.put("age", durations((part, now) -> now - part.firstQueued()));
    FIELDS.put("expires", durations((part, now) -> part.expiry() - now));
    FIELDS.put("hold", Fields::hold);
    FIELDS.put("size", numbers(FilterProblem.NO_SIZE, Sizes::parse, QueueEntry::size));
    FIELDS.put("attempts", numbers(FilterProblem.NO_NUMBER, Fields::count, QueueEntry::attempts));
    FIELDS.put("faults", numbers(FilterProblem.NO_NUMBER, Fields::count, QueueEntry::faults));
  }

  /** What a reader of a mistake is told. */
  static final String NAMES = String.join(", ", FIELDS.keySet());

  private Fields() {}

  static Term term(Word word) throws FilterException {
    Field field = FIELDS.get(word.name());
    if (field == null) {
      int nameAt = word.at() - word.name().length() - 1;
      throw new FilterException(nameAt, FilterProblem.NO_FIELD, word.name(), NAMES);
    }
    Term term = field.term(word);
    return word.negated() ? term.negated() : term;
  }

  private static Field texts(Function<QueueEntry, List<String>> values) {
    return word -> {
      colon(word);
      Wildcards pattern = new Wildcards(word.value().equals("<>") ? "" : word.value());
      return (part, now) -> values.apply(part).stream().anyMatch(pattern::matches);
    };
  }

  /** One id, or several with commas between them: what somebody picked from a list. */
  private static Term ids(Word word) throws FilterException {
    colon(word);
    List<String> ids = Arrays.asList(word.value().split(",", -1));
    if (ids.contains("")) {
      throw new FilterException(word.at(), FilterProblem.NO_IDS);
    }
    List<Wildcards> patterns = ids.stream().map(Wildcards::new).toList();
    return (part, now) ->
        patterns.stream().anyMatch(id -> id.matches(part.key()) || id.matches(part.id()));
  }

  /** One next hop, or several with bars between them: a hop has commas when it is found by MX. */
  private static Term nextHops(Word word) throws FilterException {
    colon(word);
    List<Wildcards> patterns =
        Arrays.stream(word.value().split("\\|", -1)).map(Wildcards::new).toList();
    return (part, now) -> patterns.stream().anyMatch(hop -> hop.matches(part.nextHop()));
  }

  private static Term text(Word word) throws FilterException {
    colon(word);
    Wildcards pattern = new Wildcards("*" + word.value() + "*");
    return (part, now) -> last(part, last -> last.text()).stream().anyMatch(pattern::matches);
  }

  private static Term state(Word word) throws FilterException {
    colon(word);
    QueueState state =
        QueueState.of(word.value().toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new FilterException(word.at(), FilterProblem.NO_STATE, STATES));
    return (part, now) -> part.state() == state;
  }

  private static Field durations(ToLongBiFunction<QueueEntry, Long> value) {
    return word -> {
      boolean more = comparison(word);
      long limit = parse(word, Fields::millis, FilterProblem.NO_DURATION, Durations.FORM);
      return (part, now) -> {
        long millis = value.applyAsLong(part, now.toEpochMilli());
        return more ? millis > limit : millis < limit;
      };
    };
  }

  /** The time until a hold ends; of what has no such end, none is said to be near or far. */
  private static Term hold(Word word) throws FilterException {
    Term term = durations((part, now) -> part.holdEnd() - now).term(word);
    return (part, now) -> part.holdEnd() != 0 && term.matches(part, now);
  }

  private static Field numbers(
      FilterProblem problem, Function<String, Long> parser, ToLongFunction<QueueEntry> value) {
    return word -> {
      long limit = parse(word, parser, problem);
      return switch (word.relation()) {
        case '>' -> (part, now) -> value.applyAsLong(part) > limit;
        case '<' -> (part, now) -> value.applyAsLong(part) < limit;
        default -> (part, now) -> value.applyAsLong(part) == limit;
      };
    };
  }

  private static long parse(
      Word word, Function<String, Long> parser, FilterProblem problem, Object... about)
      throws FilterException {
    try {
      return parser.apply(word.value());
    } catch (IllegalArgumentException e) {
      throw new FilterException(word.at(), problem, about);
    }
  }

  private static void colon(Word word) throws FilterException {
    if (word.relation() != ':') {
      throw new FilterException(word.at() - 1, FilterProblem.NO_COLON, word.name());
    }
  }

  private static boolean comparison(Word word) throws FilterException {
    if (word.relation() == ':') {
      throw new FilterException(word.at() - 1, FilterProblem.NO_COMPARISON, word.name());
    }
    return word.relation() == '>';
  }

  private static long millis(String text) {
    return Durations.parse(text).compareTo(Duration.ofDays(36_500)) > 0
        ? Long.MAX_VALUE
        : Durations.parse(text).toMillis();
  }

  private static long count(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("Not a number");
    }
    return Long.parseLong(text);
  }

  private static List<String> domains(QueueEntry part) {
    return part.forwardPaths().stream()
        .map(path -> path.substring(path.lastIndexOf('@') + 1))
        .toList();
  }

  private static List<String> last(
      QueueEntry part, Function<org.mailroom.mail.Diagnosis, String> what) {
    return part.last().map(what).stream().toList();
  }
}
