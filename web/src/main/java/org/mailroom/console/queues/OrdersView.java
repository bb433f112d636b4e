package org.mailroom.console.queues;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.OptionalInt;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.operations.Toast;
import org.mailroom.operation.OperationException;
import org.mailroom.operation.OperationReason;
import org.mailroom.operation.StandingOrders;
import org.mailroom.refusal.Refusal;
import org.mailroom.relay.HopLimits;

/** Pauses and limits of the destination that is open. */
@Named
@ViewScoped
public class OrdersView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAUSES = "pauses";

  @Inject StandingOrders orders;
  @Inject Access access;
  @Inject Appearance appearance;

  private final PauseForm form = new PauseForm();
  private String connections = "";
  private String perMinute = "";
  private String mistake = "";

  /** Stops a destination, for a time or until somebody resumes it. */
  public void pause(String hop) {
    access.requireChange(PAUSES);
    if (form.lacksReason()) {
      mistake = appearance.text("order.reason.missing");
      return;
    }
    change(
        () -> {
          orders.pause(access.actor(), hop, form.getReason(), form.duration());
          return "order.paused";
        });
  }

  /** Lets it go on. */
  public void resume(String hop) {
    access.requireChange(PAUSES);
    change(
        () -> {
          orders.resume(access.actor(), hop, form.getReason());
          return "order.resumed";
        });
  }

  /** Limits it; without a number it has no limit any more. */
  public void limit(String hop) {
    access.requireChange("limits");
    change(
        () -> {
          HopLimits limits = new HopLimits(number(connections), number(perMinute));
          orders.limit(access.actor(), hop, limits, form.getReason());
          return limits.equals(HopLimits.NONE) ? "order.unlimited" : "order.limited";
        });
  }

  /** What is done, and the key of what is said then. */
  private interface Change {
    String make() throws OperationException;
  }

  private void change(Change change) {
    mistake = "";
    try {
      String key = change.make();
      form.clear();
      Toast.show(appearance.text(key));
    } catch (OperationException e) {
      mistake = appearance.text(e.refusal());
    } catch (IllegalArgumentException e) {
      mistake = appearance.text(Refusal.by(e));
    }
  }

  private static OptionalInt number(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!stripped.matches("\\d{1,9}")) {
      throw OperationReason.LIMIT_NUMBER.refused(stripped);
    }
    return OptionalInt.of(Integer.parseInt(stripped));
  }

  /** What was wrong, or empty. */
  public String getMistake() {
    return mistake;
  }

  /** What is typed of a pause. */
  public PauseForm getForm() {
    return form;
  }

  /** Connections at the same time; empty for no limit. */
  public String getConnections() {
    return connections;
  }

  /** Takes the limit of connections. */
  public void setConnections(String connections) {
    this.connections = connections == null ? "" : connections;
  }

  /** Mails a minute; empty for no limit. */
  public String getPerMinute() {
    return perMinute;
  }

  /** Takes the limit of mails a minute. */
  public void setPerMinute(String perMinute) {
    this.perMinute = perMinute == null ? "" : perMinute;
  }
}
