package org.mailroom.console.firstrun;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.PageLink;
import org.mailroom.console.trace.Verdict;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Directory;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.QueueId;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.probe.FirstMail;
import org.mailroom.probe.TestRefusedException;
import org.mailroom.tracking.store.Trace;
import org.mailroom.tracking.store.TraceSearch;

/** The last step: a mail to somebody here, and what becomes of it: {@code ?step=mail&mail=ID}. */
@Named
@ViewScoped
public class FirstMailView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Set<String> UNDER_WAY = Set.of("queued", "deferred");

  @Inject private transient FirstMail mails;
  @Inject private transient TraceSearch traces;
  @Inject private transient Directory directory;
  @Inject private FirstFacts facts;
  @Inject private StepDeeds deeds;
  @Inject private Access access;
  @Inject private Appearance appearance;

  private String to = "";
  private String mail = "";
  private transient Optional<Trace> trace;

  /** Sends it. */
  public void send() throws IOException {
    access.requireChange(FirstRunView.RESOURCE);
    try {
      ForwardPath recipient = ForwardPath.parse(to);
      if (directory.snapshot().isKnown(recipient)) {
        String id = mails.send(access.actor(), recipient).text();
        String page = PageLink.page("first-steps").with("step", "mail").with("mail", id).toString();
        FacesContext.getCurrentInstance().getExternalContext().redirect(page);
      } else {
        deeds.refuse("firstrun.mail.unknown", to);
      }
    } catch (IllegalArgumentException e) {
      deeds.refuse("firstrun.mail.unknown", to);
    } catch (TestRefusedException e) {
      deeds.refuse("firstrun.mail.refused", e.getMessage());
    } catch (DatabaseException e) {
      deeds.refuse("problems.database");
    }
  }

  /** Looks how it does. */
  public void refresh() {
    trace = null;
  }

  private Optional<Trace> trace() {
    if (trace == null) {
      trace = access.reads(FirstRunView.RESOURCE) ? read() : Optional.empty();
    }
    return trace;
  }

  private Optional<Trace> read() {
    try {
      return traces.show(QueueId.of(mail));
    } catch (IllegalArgumentException | DatabaseException e) {
      return Optional.empty();
    }
  }

  /** What became of it, in a word. */
  public String getOutcome() {
    return trace().map(it -> Verdict.of(it).worst()).orElse("queued");
  }

  /** The same in a sentence. */
  public String getVerdict() {
    return trace()
        .map(it -> Verdict.of(it).sentence(deeds.phrases(), language()))
        .orElseGet(() -> deeds.phrases().text("firstrun.mail.way"));
  }

  private NoticeLanguage language() {
    return NoticeLanguage.of(appearance.getLocale());
  }

  /** True until it is delivered, or never will be. */
  public boolean isUnderWay() {
    return UNDER_WAY.contains(getOutcome());
  }

  /** Those whom it may be sent to. */
  public List<String> getPeople() {
    return facts.people();
  }

  /** Whom it is sent to. */
  public String getTo() {
    return to;
  }

  /** Takes whom it is sent to. */
  public void setTo(String to) {
    this.to = to == null ? "" : to.strip();
  }

  /** The id of the mail that was sent. */
  public String getMail() {
    return mail;
  }

  /** Takes it from the address. */
  public void setMail(String mail) {
    this.mail = mail == null ? "" : mail;
  }
}
