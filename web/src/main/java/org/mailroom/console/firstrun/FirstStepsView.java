package org.mailroom.console.firstrun;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.login.FirstRun;

/** The page with the five steps, one of them open: {@code ?step=people}. */
@Named
@ViewScoped
public class FirstStepsView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private FirstFacts facts;
  @Inject private transient FirstRun run;
  @Inject private Access access;

  private FirstStep step = FirstStep.DOMAIN;

  /** All steps. */
  public List<FirstStepLine> getSteps() {
    return Arrays.stream(FirstStep.values())
        .map(one -> new FirstStepLine(one.key(), one.link(), facts.isDone(one), one == step))
        .toList();
  }

  /** Ends the first run. Whoever came by its code has to sign in then. */
  public void finish() throws IOException {
    access.requireChange(FirstRunView.RESOURCE);
    run.end(access.actor());
    external().redirect(external().getRequestContextPath() + "/");
  }

  /** True when the hub has what the open step is for. */
  public boolean isDone() {
    return facts.isDone(step);
  }

  /** The page of the step after the open one. */
  public String getNext() {
    return step.next().link();
  }

  /** True for the last one. */
  public boolean isLast() {
    return step.next() == step;
  }

  /** The key of the open step. */
  public String getStep() {
    return step.key();
  }

  /** Takes it from the address. */
  public void setStep(String key) {
    step = FirstStep.of(key);
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
