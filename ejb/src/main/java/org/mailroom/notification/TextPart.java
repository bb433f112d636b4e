package org.mailroom.notification;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.queue.QueuedMail;

/** The part for people: what happened, why, and what to do, in plain words of one language. */
final class TextPart {

  private static final String INDENT = "    ";
  private static final int MAX_SUBJECT = 120;

  private final NoticeLanguage language;
  private final Reporter reporter;
  private final Audience audience;
  private final ZoneId zone;
  private final StringBuilder out = new StringBuilder();

  TextPart(NoticeLanguage language, Reporter reporter, Audience audience) {
    this.language = language;
    this.reporter = reporter;
    this.audience = audience;
    this.zone = reporter.zone();
  }

  /**
   * The text, lines ended by CRLF. To be called once.
   *
   * @param whole true when the whole mail is returned, false for its header
   */
  String write(QueuedMail about, OriginalMail original, List<DsnSubject> subjects, boolean whole) {
    line(language.text(audience.text("intro." + topic(subjects))));
    line("");
    original.subject(MAX_SUBJECT).ifPresent(subject -> labelled(audience.text("mail"), subject));
    if (audience.isPostmaster()) {
      labelled("queueId", about.id().text());
      labelled("client", FieldText.oneLine(about.origin().client()));
    }
    labelled(audience.text("accepted"), language.date(about.firstQueued(), zone));
    line("");
    for (DsnSubject subject : subjects) {
      recipient(about, subject);
    }
    line(language.text(whole ? "whole" : audience.text("headers")));
    line(
        language
            .text(audience.text("from"))
            .replace("{hub}", reporter.hostname().text())
            .replace("{domain}", reporter.domain().text()));
    return out.toString();
  }

  /** {@code failed}, {@code delayed} or {@code delivered} when all are, else {@code mixed}. */
  static String topic(List<DsnSubject> subjects) {
    List<String> topics = subjects.stream().map(TextPart::topic).distinct().toList();
    return topics.size() == 1 ? topics.get(0) : "mixed";
  }

  private static String topic(DsnSubject subject) {
    return switch (subject.action()) {
      case FAILED -> "failed";
      case DELAYED -> "delayed";
      case DELIVERED, RELAYED, EXPANDED -> "delivered";
    };
  }

  private void recipient(QueuedMail about, DsnSubject subject) {
    Address address = subject.recipient().path().address();
    line(address.toString());
    switch (subject.action()) {
      case FAILED -> failed(about, subject, address.domain().text());
      case DELAYED -> delayed(subject, address.domain().text());
      case DELIVERED -> inset(language.text("delivered"));
      case RELAYED -> inset(language.text("relayed"));
      case EXPANDED -> inset(language.text("expanded"));
    }
    answer(subject.diagnosis());
    inset("lastAttempt", language.date(subject.lastAttempt(), zone));
    line("");
  }

  private void failed(QueuedMail about, DsnSubject subject, String domain) {
    inset(language.text("failed"));
    Explanation explanation = Explanation.of(subject.diagnosis());
    inset("why", explanation.why(language, domain));
    if (!subject.diagnosis().status().isPermanent()) {
      String since = language.date(about.firstQueued(), zone);
      inset(language.text("gaveUp").replace("{date}", since));
    }
    if (!audience.isPostmaster()) {
      inset("advice", explanation.advice(language, domain));
    }
  }

  private void delayed(DsnSubject subject, String domain) {
    inset(language.text("delayed"));
    inset("why", Explanation.of(subject.diagnosis()).why(language, domain));
    subject
        .willRetryUntil()
        .ifPresent(
            until ->
                inset(language.text("keepTrying").replace("{date}", language.date(until, zone))));
    inset("advice", language.text("noAdvice"));
  }

  private void answer(Diagnosis diagnosis) {
    String text = FieldText.oneLine(diagnosis.text());
    Optional<String> server = diagnosis.remoteMta().map(FieldText::oneLine);
    if (!diagnosis.isReply()) {
      inset("reason", text);
    } else if (server.isPresent()) {
      inset(joined(language.text("reply").replace("{server}", server.get()), text));
    } else {
      inset("replyUnnamed", text);
    }
  }

  private void inset(String label, String text) {
    inset(joined(language.text(label), text));
  }

  private void inset(String text) {
    line(INDENT + text);
  }

  private void labelled(String label, String text) {
    line(joined(language.text(label), text));
  }

  /** A colon of Chinese has its space in itself. */
  private static String joined(String label, String text) {
    return label.endsWith("：") ? label + text : label + " " + text;
  }

  private void line(String text) {
    out.append(text).append("\r\n");
  }
}
