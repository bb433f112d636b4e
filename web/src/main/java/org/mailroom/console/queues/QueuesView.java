package org.mailroom.console.queues;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.queue.view.QueuePage;
import org.mailroom.queue.view.QueueView;

/** The Queues page. Its state is its address: {@code ?state=deferred&page=2}. */
@Named
@ViewScoped
public class QueuesView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROWS = 50;

  /** The states of this version of the hub; all mails stand before them. */
  private static final List<QueueState> STATES =
      List.of(
          QueueState.READY,
          QueueState.IN_FLIGHT,
          QueueState.DEFERRED,
          QueueState.HELD,
          QueueState.DEAD);

  @Inject private transient QueueView queue;
  @Inject private transient Clock clock;
  @Inject private Appearance appearance;

  private String state = "";
  private String page = "1";
  private transient Snapshot snapshot;

  /** What the page shows, read at one moment. */
  private record Snapshot(
      List<StateTile> tiles, String oldest, Pager pager, List<MailLine> mails) {}

  /** Reads everything anew. */
  public void refresh() {
    snapshot = read();
  }

  private Snapshot read() {
    Locale locale = appearance.getLocale();
    Phrases phrases = new Phrases(locale, ZoneId.systemDefault(), clock.instant());
    Optional<QueueState> chosen = QueueState.of(state);
    int number = Pager.parse(page);
    try {
      QueueOverview overview = queue.overview();
      QueuePage found = queue.page(chosen, number, ROWS);
      return new Snapshot(
          tiles(overview, chosen, phrases),
          overview.oldest().map(phrases::age).orElse(""),
          new Pager(number, ROWS, found.total()),
          found.rows().stream()
              .map(row -> MailLine.of(row, phrases, NoticeLanguage.of(locale)))
              .toList());
    } catch (BrokerUnavailableException e) {
      return new Snapshot(List.of(), "", new Pager(1, ROWS, 0), List.of());
    }
  }

  private static List<StateTile> tiles(
      QueueOverview overview, Optional<QueueState> chosen, Phrases phrases) {
    List<StateTile> tiles = new ArrayList<>();
    tiles.add(new StateTile("", phrases.count(overview.total()), chosen.isEmpty()));
    for (QueueState each : STATES) {
      String count = phrases.count(overview.count(each));
      tiles.add(new StateTile(each.key(), count, chosen.equals(Optional.of(each))));
    }
    return tiles;
  }

  /** The state in the address. */
  public String getState() {
    return state;
  }

  /** Takes the state from the address; what is none means all. */
  public void setState(String state) {
    this.state = QueueState.of(state == null ? "" : state).map(QueueState::key).orElse("");
  }

  /** The page in the address. */
  public String getPage() {
    return page;
  }

  /** Takes the page from the address. */
  public void setPage(String page) {
    this.page = page;
  }

  /** The states with their counts. */
  public List<StateTile> getTiles() {
    return snapshot().tiles();
  }

  /** The age of the oldest mail, or empty. */
  public String getOldest() {
    return snapshot().oldest();
  }

  /** Which page of how many mails. */
  public Pager getPager() {
    return snapshot().pager();
  }

  /** The mails of the page. */
  public List<MailLine> getMails() {
    return snapshot().mails();
  }

  /** The key of the texts about what the page shows. */
  public String getTopic() {
    return state.isEmpty() ? "all" : state;
  }

  /** The key of the texts that say why no mail is shown. */
  public String getEmptiness() {
    return getPager().total() == 0 ? getTopic() : "page";
  }

  private Snapshot snapshot() {
    if (snapshot == null) {
      refresh();
    }
    return snapshot;
  }
}
