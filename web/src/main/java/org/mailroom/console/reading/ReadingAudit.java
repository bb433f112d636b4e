package org.mailroom.console.reading;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;

/** Has the audit say what somebody reads: once a session, however often the page refreshes. */
@SessionScoped
public class ReadingAudit implements Serializable {

  private static final long serialVersionUID = 1L;

  /** As the audit names it. */
  public static final String SUBJECTS = "read-subjects";

  /** As the audit names it. */
  public static final String TRACE = "read-trace";

  private static final int REMEMBERED = 1_000;

  private final Set<String> said = Collections.synchronizedSet(new LinkedHashSet<>());

  @Inject transient Audit audit;

  /**
   * To be called before it is shown.
   *
   * @param subject a filter, a query or an id
   * @throws org.mailroom.database.DatabaseException when the audit can't be written: then nothing
   *     is shown
   */
  public void reads(String actor, String action, String subject, long count) {
    String what = action + ' ' + subject;
    if (said.contains(what)) {
      return;
    }
    audit.done(AuditedAction.of(actor, action, subject, ""), count, "read in the console");
    if (said.size() >= REMEMBERED) {
      said.clear();
    }
    said.add(what);
  }
}
