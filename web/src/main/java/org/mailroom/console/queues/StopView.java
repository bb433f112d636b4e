package org.mailroom.console.queues;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.console.operations.Toast;
import org.mailroom.operation.OperationException;
import org.mailroom.operation.StandingOrders;
import org.mailroom.settings.Durations;
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
  private String reason = "";
  private String time = "";
  private String mistake = "";

  /** Asks why and for how long. */
  public void ask(String wanted) {
    access.requireChange(PAUSES);
    subject = wanted;
    reason = "";
    time = "";
    mistake = "";
    PrimeFaces.current().ajax().addCallbackParam("asked", true);
  }

  /** Pauses what was asked for. */
  public void pause() {
    access.requireChange(PAUSES);
    if (reason.isBlank()) {
      mistake = text("order.reason.missing");
      return;
    }
    try {
      Optional<Duration> until =
          time.isBlank() ? Optional.empty() : Optional.of(Durations.parse(time.strip()));
      orders.pause(access.actor(), known(subject), reason.strip(), until);
      PrimeFaces.current().ajax().addCallbackParam("done", true);
      Toast.show(text("stop.paused." + subject));
    } catch (OperationException | IllegalArgumentException e) {
      mistake = e.getMessage();
    }
  }

  /** Lets it go on. */
  public void resume(String paused) {
    access.requireChange(PAUSES);
    try {
      orders.resume(access.actor(), known(paused), "");
      Toast.show(text("stop.resumed." + paused));
    } catch (OperationException e) {
      Toast.show(e.getMessage());
    }
  }

  private static String known(String subject) throws OperationException {
    if (!List.of(StandingOrders.INTAKE, StandingOrders.RELAY).contains(subject)) {
      throw new OperationException("Neither the intake nor relaying: " + subject);
    }
    return subject;
  }

  private String text(String key) {
    return new Phrases(appearance.getLocale(), ZoneId.systemDefault(), Instant.EPOCH).text(key);
  }

  /** What is to be paused, or empty. */
  public String getSubject() {
    return subject;
  }

  /** What was wrong, or empty. */
  public String getMistake() {
    return mistake;
  }

  /** Why somebody wants it. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason. */
  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason;
  }

  /** How long it lasts; empty for no end. */
  public String getTime() {
    return time;
  }

  /** Takes how long it lasts. */
  public void setTime(String time) {
    this.time = time == null ? "" : time;
  }
}
