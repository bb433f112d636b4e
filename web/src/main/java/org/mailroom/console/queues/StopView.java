package org.mailroom.console.queues;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.operations.Toast;
import org.mailroom.operation.OperationException;
import org.mailroom.operation.OperationReason;
import org.mailroom.operation.StandingOrders;
import org.mailroom.refusal.Refusal;
import org.primefaces.PrimeFaces;

/** Pauses the intake or all relaying, after a question, and lets them go on. */
@Named
@ViewScoped
public class StopView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAUSES = "pauses";

  @Inject StandingOrders orders;
  @Inject Access access;
  @Inject Appearance appearance;

  private String subject = "";
  private final PauseForm form = new PauseForm();
  private String mistake = "";

  /** Asks why and for how long. */
  public void ask(String wanted) {
    access.requireChange(PAUSES);
    subject = wanted;
    form.clear();
    mistake = "";
    PrimeFaces.current().ajax().addCallbackParam("asked", true);
  }

  /** Pauses what was asked for. */
  public void pause() {
    access.requireChange(PAUSES);
    if (form.lacksReason()) {
      mistake = appearance.text("order.reason.missing");
      return;
    }
    try {
      orders.pause(access.actor(), known(subject), form.getReason(), form.duration());
      PrimeFaces.current().ajax().addCallbackParam("done", true);
      Toast.show(appearance.text("stop.paused." + subject));
    } catch (OperationException e) {
      mistake = appearance.text(e.refusal());
    } catch (IllegalArgumentException e) {
      mistake = appearance.text(Refusal.by(e));
    }
  }

  /** Lets it go on. */
  public void resume(String paused) {
    access.requireChange(PAUSES);
    try {
      orders.resume(access.actor(), known(paused), "");
      Toast.show(appearance.text("stop.resumed." + paused));
    } catch (OperationException e) {
      Toast.show(appearance.text(e.refusal()));
    }
  }

  private static String known(String subject) throws OperationException {
    if (!List.of(StandingOrders.INTAKE, StandingOrders.RELAY).contains(subject)) {
      throw new OperationException(OperationReason.NOT_STOPPED.about(subject));
    }
    return subject;
  }

  /** What is to be paused, or empty. */
  public String getSubject() {
    return subject;
  }

  /** What was wrong, or empty. */
  public String getMistake() {
    return mistake;
  }

  /** What is typed of a pause. */
  public PauseForm getForm() {
    return form;
  }
}
