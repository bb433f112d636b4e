package org.mailroom.console.queue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.console.Appearance;
import org.mailroom.console.Pager;
import org.mailroom.console.Phrases;
import org.mailroom.console.operations.FilterWords;
import org.mailroom.console.reading.Subjects;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.queue.view.QueuePage;
import org.mailroom.queue.view.QueueRow;
import org.mailroom.queue.view.QueueView;

/** Reads what the page shows: anew, or what became of the mails that it shows already. */
@RequestScoped
public class MailTable {

  private static final int ROWS = 50;

  @Inject QueueView queue;
  @Inject Subjects subjects;
  @Inject Appearance appearance;
  @Inject Clock clock;

  /**
   * What the page shows, read at one moment.
   *
   * @param read when its mails were chosen
   * @param oldest the age of the oldest mail, in words, or empty
   * @param news mails accepted since
   */
  record Content(
      Instant read,
      List<StateTile> tiles,
      String oldest,
      Pager pager,
      List<MailLine> mails,
      long news) {}

  Content read(QueueChoice choice, String filter, int page) {
    Instant now = clock.instant();
    QueuePage found = queue.page(choice.filtered(now), choice.state(), page, ROWS);
    Map<String, String> known = subjects(found.rows().stream().map(QueueRow::id), choice);
    return content(
        now,
        choice,
        filter,
        new Pager(page, ROWS, found.total()),
        found.rows().stream().map(row -> line(row, known.getOrDefault(row.id(), ""), now)).toList(),
        queue.overview(choice.filtered(now)),
        0);
  }

  private Map<String, String> subjects(Stream<String> ids, QueueChoice choice) {
    return subjects.of(ids.filter(id -> !id.isEmpty()).toList(), choice.everything());
  }

  /** The same mails, as they are now; a subject may have been recorded since. */
  Content again(Content before, QueueChoice choice, String filter) {
    Instant now = clock.instant();
    if (before.mails().isEmpty()) {
      return read(choice, filter, before.pager().page());
    }
    Map<String, String> recorded =
        subjects(
            before.mails().stream().filter(line -> line.subject().isEmpty()).map(MailLine::id),
            choice);
    List<MailLine> mails = before.mails().stream().map(line -> again(line, recorded, now)).toList();
    QueueOverview overview = queue.overview(choice.filtered(now));
    long accepted = queue.acceptedAfter(choice.wanted(now), before.read());
    long news =
        Math.max(accepted, MailNews.cameIntoState(choice, before.pager().total(), mails, overview));
    return content(before.read(), choice, filter, before.pager(), mails, overview, news);
  }

  private Content content(
      Instant read,
      QueueChoice choice,
      String filter,
      Pager pager,
      List<MailLine> mails,
      QueueOverview overview,
      long news) {
    Phrases phrases = phrases(clock.instant());
    String state = choice.state().map(QueueState::key).orElse("");
    return new Content(
        read,
        StateTile.of(overview, filter, state, phrases),
        overview.oldest().map(phrases::age).orElse(""),
        pager,
        mails,
        news);
  }

  private MailLine again(MailLine before, Map<String, String> recorded, Instant now) {
    String subject =
        before.subject().isEmpty() ? recorded.getOrDefault(before.id(), "") : before.subject();
    Optional<QueueRow> row = queue.find(before.key());
    return row.map(it -> line(it, subject, now)).orElseGet(before::gone);
  }

  private MailLine line(QueueRow row, String subject, Instant now) {
    Locale locale = appearance.getLocale();
    return MailLine.of(row, subject, phrases(now), NoticeLanguage.of(locale));
  }

  /** What is wrong with the filter, or empty. */
  String mistake(QueueChoice choice) {
    return choice.mistake().map(e -> FilterWords.of(e, phrases(clock.instant()))).orElse("");
  }

  Phrases phrases(Instant now) {
    return appearance.phrases(now);
  }
}
