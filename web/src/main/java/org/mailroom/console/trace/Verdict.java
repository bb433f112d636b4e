package org.mailroom.console.trace;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.mailroom.console.Phrases;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.tracking.store.Trace;
import org.mailroom.tracking.store.TraceStep;

/** What became of a mail, in one sentence. */
public final class Verdict {

  /** What a notice says changes nothing for the recipient it is about. */
  private static final Set<String> BESIDE = Set.of("notified", "untold");

  private static final String QUEUED = "queued";

  private final Trace trace;
  private final Map<String, TraceStep> last;

  private Verdict(Trace trace) {
    this.trace = trace;
    this.last = last(trace);
  }

  /** That of a mail. */
  public static Verdict of(Trace trace) {
    return new Verdict(trace);
  }

  private static Map<String, TraceStep> last(Trace trace) {
    Map<String, TraceStep> last = new LinkedHashMap<>();
    for (TraceStep step : trace.steps()) {
      if (!BESIDE.contains(step.kind())) {
        last.put(key(step.recipient()), step);
      }
    }
    return last;
  }

  private static String key(String recipient) {
    return recipient.toLowerCase(Locale.ROOT);
  }

  /** What happened last for a recipient, or {@code queued}. */
  String outcome(String recipient) {
    TraceStep step = last.get(key(recipient));
    return step == null ? QUEUED : step.kind();
  }

  /** The one outcome of all recipients, or that of which most is to be feared. */
  public String worst() {
    Set<String> kinds = counts().keySet();
    for (String kind : new String[] {"failed", "expired", "deleted", "held", "deferred", QUEUED}) {
      if (kinds.contains(kind)) {
        return kind;
      }
    }
    return kinds.isEmpty() ? QUEUED : kinds.iterator().next();
  }

  /** The sentence. */
  public String sentence(Phrases phrases, NoticeLanguage language) {
    Map<String, Integer> counts = counts();
    if (trace.recipientCount() > 1 && counts.size() > 1) {
      StringJoiner words = new StringJoiner(phrases.text("job.comma"));
      counts.forEach(
          (kind, count) ->
              words.add(phrases.text("verdict.count", count, phrases.text("outcome." + kind))));
      return phrases.text("verdict.several", trace.recipientCount(), words.toString());
    }
    return latest(last.values()) == null
        ? phrases.text("verdict.queued", phrases.clock(trace.accepted()))
        : one(latest(last.values()), phrases, language);
  }

  private String one(TraceStep step, Phrases phrases, NoticeLanguage language) {
    String host = step.remoteMta().isEmpty() ? step.nextHop() : step.remoteMta();
    String kind = step.kind();
    if (kind.equals("delivered") && step.stage().equals(StepLine.STORE)) {
      kind = "stored";
    } else if (kind.equals("failed") && !step.actor().isEmpty()) {
      kind = "ended";
    }
    return phrases.text(
        "verdict." + kind,
        host,
        phrases.clock(step.happened()),
        phrases.span(Duration.between(trace.accepted(), step.happened())),
        step.attempt(),
        StepLine.why(step, language).orElse(step.words()),
        step.actor());
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    trace.recipients().forEach(each -> counts.merge(outcome(each), 1, Integer::sum));
    return counts;
  }

  private static TraceStep latest(Collection<TraceStep> steps) {
    TraceStep latest = null;
    for (TraceStep step : steps) {
      if (latest == null || !step.happened().isBefore(latest.happened())) {
        latest = step;
      }
    }
    return latest;
  }
}
