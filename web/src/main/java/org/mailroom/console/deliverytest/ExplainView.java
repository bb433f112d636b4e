package org.mailroom.console.deliverytest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.probe.Explainer;

/** Which way a mail would take, of the Delivery test page: {@code ?to=...&explain=true}. */
@Named
@ViewScoped
public class ExplainView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private transient Explainer explainer;
  @Inject private transient Clock clock;
  @Inject private MailQuestion question;
  @Inject private Access access;
  @Inject private Appearance appearance;

  private boolean explain;
  private transient List<WayLine> steps;

  /** Shows the way. */
  public String ask() {
    access.requireChange("explain");
    if (!question.isValid()) {
      return null;
    }
    explain = true;
    return "/delivery-test.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** True when the address asks for it. */
  public boolean isExplain() {
    return explain;
  }

  /** Takes that from the address. */
  public void setExplain(boolean explain) {
    this.explain = explain;
  }

  /** True when there is a way to show. */
  public boolean isShown() {
    return explain && question.isAsked() && question.isValid() && access.changes("explain");
  }

  /** The steps, looked up once: DNS may be asked. */
  public List<WayLine> getSteps() {
    if (steps == null) {
      Phrases phrases = appearance.phrases(clock.instant());
      steps =
          explainer.explain(question.question()).stream()
              .map(step -> WayLine.of(step, phrases))
              .toList();
    }
    return steps;
  }
}
