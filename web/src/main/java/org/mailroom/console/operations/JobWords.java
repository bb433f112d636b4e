package org.mailroom.console.operations;

import java.util.Map;
import java.util.TreeMap;
import org.mailroom.console.Phrases;
import org.mailroom.operation.Job;
import org.mailroom.operation.SkipReason;

/** What comes of an operation, in words of one language. */
final class JobWords {

  private final Phrases phrases;

  JobWords(Phrases phrases) {
    this.phrases = phrases;
  }

  /** Such as {@code 4,790 retried, 22 skipped: already delivered or given up}. */
  String result(Job job) {
    String soFar = result(job.task().operation(), job.done(), job.skipped(), job.inAttempt());
    return switch (job.state()) {
      case RUNNING, DONE -> soFar;
      case STOPPED -> phrases.text("job.stopped", soFar);
      case FAILED ->
          phrases.text("job.failed", job.refusal().map(phrases::text).orElseGet(job::inWords));
    };
  }

  String result(String operation, int done, Map<String, Integer> skipped, int inAttempt) {
    StringBuilder words = new StringBuilder(phrases.text("operation." + operation + ".done", done));
    new TreeMap<>(skipped)
        .forEach(
            (reason, count) ->
                words
                    .append(phrases.text("job.comma"))
                    .append(phrases.text("job.skipped", count, reason(reason))));
    if (inAttempt > 0) {
      words.append(phrases.text("job.comma")).append(phrases.text("job.inAttempt", inAttempt));
    }
    return words.toString();
  }

  /** Why a mail is left as it is; a fault of the hub stays in its own words. */
  String reason(String words) {
    return SkipReason.of(words).map(it -> phrases.text("skip." + it.name())).orElse(words);
  }
}
