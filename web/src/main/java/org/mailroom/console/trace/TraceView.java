package org.mailroom.console.trace;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.console.reading.ReadingAudit;
import org.mailroom.console.reading.Subjects;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.QueueId;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.view.QueueView;
import org.mailroom.tracking.store.Trace;
import org.mailroom.tracking.store.TraceSearch;

/** The page about one mail: {@code trace.xhtml?id=38G5AMQ3HED58}. */
@Named
@ViewScoped
public class TraceView implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = System.getLogger(TraceView.class.getName());

  @Inject private transient TraceSearch traces;
  @Inject private transient QueueView queue;
  @Inject private transient ReadingAudit audit;
  @Inject private transient Clock clock;
  @Inject private Access access;
  @Inject private Appearance appearance;

  private String id = "";
  private transient Optional<Trace> trace;

  /** A recipient and what became of it. */
  public record Recipient(String address, String link, String outcome) {}

  private Optional<Trace> trace() {
    if (trace == null) {
      trace = read();
    }
    return trace;
  }

  /** Reads it anew. */
  public void refresh() {
    trace = read();
  }

  private Optional<Trace> read() {
    if (!access.reads(Subjects.TRACES)) {
      return Optional.empty();
    }
    try {
      QueueId wanted = QueueId.of(id);
      audit.reads(access.actor(), ReadingAudit.TRACE, id, 1);
      return traces.show(wanted);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "A trace is not shown: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The id in the address. */
  public String getId() {
    return id;
  }

  /** Takes the id from the address. */
  public void setId(String id) {
    this.id = id == null ? "" : id.strip();
  }

  /** True when something is known of it. */
  public boolean isKnown() {
    return trace().isPresent();
  }

  /** What is known of it, or null. */
  public Trace getMail() {
    return trace().orElse(null);
  }

  /** What became of it, in one sentence. */
  public String getVerdict() {
    return trace()
        .map(it -> Verdict.of(it).sentence(phrases(), NoticeLanguage.of(appearance.getLocale())))
        .orElse("");
  }

  /** The key of the style of that. */
  public String getOutcome() {
    return trace().map(it -> Verdict.of(it).worst()).orElse("");
  }

  /** Everything that was recorded, in its order. */
  public List<StepLine> getSteps() {
    NoticeLanguage language = NoticeLanguage.of(appearance.getLocale());
    return trace().stream()
        .flatMap(
            it ->
                Stream.concat(
                    Reception.lines(it, phrases()).stream(),
                    it.steps().stream().map(step -> StepLine.of(step, phrases(), language))))
        .toList();
  }

  /** Its recipients, each with one word. */
  public List<Recipient> getRecipients() {
    return trace().stream()
        .flatMap(
            it -> {
              Verdict verdict = Verdict.of(it);
              return it.recipients().stream()
                  .map(
                      each ->
                          new Recipient(
                              each,
                              PageLink.to("traces", "q", "to:" + each),
                              verdict.outcome(each)));
            })
        .toList();
  }

  /** When it was accepted. */
  public String getAccepted() {
    return trace().map(Trace::accepted).map(phrases()::exact).orElse("");
  }

  /** Its size, in words. */
  public String getSize() {
    return trace().map(Trace::bytes).map(phrases()::size).orElse("");
  }

  /** The way to the traces of its sender. */
  public String getSenderLink() {
    return trace().map(it -> PageLink.to("traces", "q", "from:" + it.sender())).orElse("");
  }

  /** The way to the traces of its client. */
  public String getClientLink() {
    return trace().map(it -> PageLink.to("traces", "q", "ip:" + it.client())).orElse("");
  }

  /** The id of the mail that this one is about, or empty. */
  public String getParent() {
    return trace().flatMap(Trace::parent).map(QueueId::text).orElse("");
  }

  /** True while some of it is in the queue. */
  public boolean isQueued() {
    return isKnown() && !queue.show(QueueId.of(id)).isEmpty();
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }
}
