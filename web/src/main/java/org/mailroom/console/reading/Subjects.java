package org.mailroom.console.reading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.console.Access;
import org.mailroom.database.DatabaseException;
import org.mailroom.mail.QueueId;
import org.mailroom.tracking.store.TraceSearch;

/** Subjects of queued mails, for those who may read traces. */
@RequestScoped
public class Subjects {

  /** Who may read it may read subjects. */
  public static final String TRACES = "traces";

  private static final Logger LOG = System.getLogger(Subjects.class.getName());

  @Inject Access access;
  @Inject TraceSearch traces;
  @Inject ReadingAudit audit;

  /**
   * The subjects of mails by their ids; none for those who may not read them, or when the database
   * doesn't answer.
   *
   * @param where a filter or an id, for the audit
   */
  public Map<String, String> of(List<String> ids, String where) {
    if (ids.isEmpty() || !access.reads(TRACES)) {
      return Map.of();
    }
    try {
      Map<QueueId, String> found =
          traces.subjects(ids.stream().distinct().map(QueueId::of).toList());
      if (!found.isEmpty()) {
        audit.reads(access.actor(), ReadingAudit.SUBJECTS, "queue " + where, found.size());
      }
      return found.entrySet().stream()
          .collect(Collectors.toMap(each -> each.getKey().text(), Map.Entry::getValue));
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "Subjects are not shown: " + e.getMessage());
      return Map.of();
    }
  }
}
