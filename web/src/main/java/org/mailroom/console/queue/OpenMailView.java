package org.mailroom.console.queue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.console.reading.ReadingAudit;
import org.mailroom.console.reading.Subjects;
import org.mailroom.console.trace.StepLine;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.QueueId;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.view.QueueRow;
import org.mailroom.queue.view.QueueView;
import org.mailroom.tracking.store.Trace;
import org.mailroom.tracking.store.TraceSearch;

/** The mail that is open beside the list: {@code ?id=38G5AMQ3HED58}. */
@Named
@ViewScoped
public class OpenMailView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(OpenMailView.class.getName());
  private static final int STEPS = 100;

  @Inject transient QueueView queue;
  @Inject transient TraceSearch traces;
  @Inject ReadingAudit audit;
  @Inject Access access;
  @Inject Appearance appearance;
  @Inject transient Clock clock;

  private String id = "";
  private transient List<QueueRow> rows;
  private transient Optional<Trace> trace;

  /** Reads it anew. */
  public void refresh() {
    rows = null;
    trace = null;
  }

  /** The id in the address; empty when none is open. */
  public String getId() {
    return id;
  }

  /** Takes the id from the address; what is no id opens none. */
  public void setId(String id) {
    this.id = isId(id) ? id : "";
  }

  private static boolean isId(String text) {
    try {
      return text != null && !text.isEmpty() && !QueueId.of(text).text().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<QueueRow> rows() {
    if (rows == null) {
      rows = id.isEmpty() ? List.of() : queue.show(QueueId.of(id));
    }
    return rows;
  }

  private Optional<Trace> trace() {
    if (trace == null) {
      trace = id.isEmpty() || !access.reads(Subjects.TRACES) ? Optional.empty() : read();
    }
    return trace;
  }

  private Optional<Trace> read() {
    try {
      audit.reads(access.actor(), ReadingAudit.TRACE, id, 1);
      return traces.show(QueueId.of(id));
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "A trace is not shown: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** What is still queued of it. */
  public List<PartLine> getParts() {
    NoticeLanguage language = NoticeLanguage.of(appearance.getLocale());
    return rows().stream().map(row -> PartLine.of(row, phrases(), language)).toList();
  }

  /** What happened to it, the newest last; empty for those who may not read traces. */
  public List<StepLine> getSteps() {
    NoticeLanguage language = NoticeLanguage.of(appearance.getLocale());
    List<StepLine> steps =
        trace().stream()
            .flatMap(it -> it.steps().stream())
            .map(step -> StepLine.of(step, phrases(), language))
            .toList();
    return steps.subList(Math.max(0, steps.size() - STEPS), steps.size());
  }

  /** Its subject, or empty. */
  public String getSubject() {
    return trace().map(Trace::subject).orElse("");
  }

  /** Its reverse-path; empty for the null reverse-path. */
  public String getSender() {
    return rows().isEmpty()
        ? trace().map(Trace::sender).orElse("")
        : rows().getFirst().reversePath();
  }

  /** The way to the traces of its sender. */
  public String getSenderLink() {
    return PageLink.to("traces", "q", "from:" + getSender());
  }

  /** When it was accepted, or empty. */
  public String getQueued() {
    return rows().stream()
        .findFirst()
        .flatMap(QueueRow::firstQueued)
        .or(() -> trace().map(Trace::accepted))
        .map(phrases()::exact)
        .orElse("");
  }

  /** The address of the client that sent it, or empty. */
  public String getClient() {
    return rows().isEmpty() ? trace().map(Trace::client).orElse("") : rows().getFirst().client();
  }

  /** The way to the traces of its client. */
  public String getClientLink() {
    return PageLink.to("traces", "q", "ip:" + getClient());
  }

  /** Its size, in words. */
  public String getSize() {
    return rows().stream()
        .findFirst()
        .map(QueueRow::size)
        .or(() -> trace().map(Trace::bytes))
        .map(phrases()::size)
        .orElse("");
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }
}
