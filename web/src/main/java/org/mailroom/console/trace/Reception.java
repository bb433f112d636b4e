package org.mailroom.console.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailroom.console.Phrases;
import org.mailroom.tracking.store.Trace;

/** How a mail came in, as lines before its history: what the record of its acceptance says. */
final class Reception {

  private Reception() {}

  static List<StepLine> lines(Trace trace, Phrases phrases) {
    List<StepLine> lines = new ArrayList<>();
    if (trace.client().isEmpty()) {
      lines.add(line(trace, phrases, phrases.text("reception.own"), ""));
    } else {
      lines.add(
          line(
              trace, phrases, phrases.text("reception.connect", trace.client(), trace.helo()), ""));
      boolean encrypted = isEncrypted(trace.protocol());
      lines.add(
          line(
              trace,
              phrases,
              phrases.text(encrypted ? "reception.tls" : "reception.plain", trace.protocol()),
              ""));
      if (!trace.user().isEmpty()) {
        lines.add(line(trace, phrases, phrases.text("reception.auth", trace.user()), ""));
      }
    }
    lines.add(
        line(
            trace,
            phrases,
            phrases.text("reception.mail", trace.recipientCount()),
            trace.sender()));
    lines.add(
        line(
            trace,
            phrases,
            phrases.text("reception.queued", trace.id().text(), phrases.size(trace.bytes())),
            ""));
    return lines;
  }

  /** RFC 3848: an S behind the protocol's name is STARTTLS or TLS from the start. */
  static boolean isEncrypted(String protocol) {
    return protocol.toUpperCase(Locale.ROOT).matches("(ESMTP|UTF8SMTP|LMTP|UTF8LMTP)SA?");
  }

  private static StepLine line(Trace trace, Phrases phrases, String title, String whom) {
    return new StepLine(
        phrases.clock(trace.accepted()),
        phrases.exact(trace.accepted()),
        "accepted",
        title,
        whom,
        "",
        "",
        "",
        "");
  }
}
