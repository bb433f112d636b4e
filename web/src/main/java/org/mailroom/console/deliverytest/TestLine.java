package org.mailroom.console.deliverytest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.console.Phrases;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.notification.Explanation;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.probe.TestStep;
import org.mailroom.probe.WayStep.Tone;

/**
 * A step of a delivery test, in words.
 *
 * @param tone its style
 * @param title what was done
 * @param said the command, or a host
 * @param answer the reply, or a reason
 * @param why what a reply that says no means, in plain words; or empty
 * @param more lines about it
 * @param took how long it took
 * @param exact when it ended
 */
public record TestLine(
    String tone,
    String title,
    String said,
    String answer,
    String why,
    List<String> more,
    String took,
    String exact) {

  static TestLine of(TestStep step, String domain, Phrases phrases, NoticeLanguage language) {
    return new TestLine(
        step.tone().name().toLowerCase(Locale.ROOT),
        phrases.text("trial." + step.kind().key()),
        step.subject(),
        step.answer(),
        step.tone() == Tone.GOOD ? "" : why(step, domain, language),
        more(step, phrases),
        phrases.text("trial.took", step.took().toMillis()),
        phrases.exact(step.time()));
  }

  /** What a server offers is short words, and many. */
  private static List<String> more(TestStep step, Phrases phrases) {
    if (step.kind() == TestStep.Kind.TLS) {
      return step.more().stream().map(line -> CertificateWords.of(line, phrases)).toList();
    }
    return step.kind() == TestStep.Kind.EHLO && !step.more().isEmpty()
        ? List.of(String.join(" · ", step.more()))
        : step.more();
  }

  private static String why(TestStep step, String domain, NoticeLanguage language) {
    String[] words = step.answer().split(" ", 3);
    if (!words[0].matches("[45]\\d\\d")) {
      return "";
    }
    EnhancedStatusCode status =
        Optional.of(words)
            .filter(all -> all.length > 1)
            .flatMap(all -> EnhancedStatusCode.parse(all[1]))
            .orElseGet(() -> EnhancedStatusCode.of(words[0].charAt(0) + ".0.0"));
    Diagnosis diagnosis =
        new Diagnosis(step.kind().key(), status, step.answer(), true, Optional.empty());
    return Explanation.of(diagnosis).why(language, domain);
  }
}
