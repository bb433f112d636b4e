package org.mailroom.console.operations;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.operation.NewExpiry;
import org.mailroom.operation.Operation;
import org.mailroom.operation.OperationException;
import org.mailroom.operation.OperationRequest;
import org.mailroom.operation.QueueOperations;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;
import org.primefaces.PrimeFaces;

/** Asks before an operation on queued mail, and begins it. */
@Named
@ViewScoped
public class OperationsView implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Stands for a reason while the dialog is being made; nothing begins with it. */
  private static final String TO_BE_SAID = "-";

  private static final Set<String> AT_ONCE = Set.of(Operation.RETRY.key(), Operation.RELEASE.key());

  @Inject QueueOperations operations;
  @Inject Access access;
  @Inject Appearance appearance;
  @Inject transient Clock clock;

  private String operation = "";
  private String filter = "";
  private String reason = "";
  private String to = "";
  private String expiry = "";
  private HoldForm holdForm = new HoldForm();
  private String mistake = "";
  private Undo undo = Undo.NOTHING;
  private transient OperationDialog dialog;

  /** Asks for an operation on the mails that are picked, or on all of a filter. */
  public void askPicked(String key, String everything) {
    require(key);
    var parameters = FacesContext.getCurrentInstance().getExternalContext();
    Optional<String> picked =
        Picked.filter(
            parameters.getRequestParameterValuesMap().get("pick"),
            "true".equals(parameters.getRequestParameterMap().get("everything")),
            everything);
    picked.ifPresentOrElse(
        chosen -> ask(key, chosen), () -> Toast.show(phrases().text("operation.nothing")));
  }

  /** Asks for an operation on what a filter means. */
  public void ask(String key, String chosen) {
    require(key);
    operation = key;
    filter = chosen;
    reason = "";
    to = "";
    expiry = "";
    holdForm = new HoldForm();
    mistake = "";
    dialog = null;
    try {
      Operation what = Operation.of(key).orElseThrow();
      dialog =
          OperationDialog.of(
              what, operations.tryOut(request(what, TO_BE_SAID, "router", "1h")), phrases());
      opened();
    } catch (FilterException | OperationException e) {
      Toast.show(FilterWords.ofAny(e, phrases()));
    }
  }

  /** For one mail: at once what can be put back as it was, with a question all else. */
  public void one(String key, String id) {
    if (AT_ONCE.contains(key)) {
      require(key);
      undo = Undo.of(key, id);
      begin(key, id, "");
    } else {
      ask(key, id);
    }
  }

  /** Begins what was asked for. */
  public void confirm() {
    require(operation);
    mistake = "";
    try {
      Operation what = Operation.of(operation).orElseThrow();
      if (what.needsReason() && reason.isBlank()) {
        mistake = phrases().text("operation.reason.missing");
        return;
      }
      if (what == Operation.HOLD && !holdForm.endsAfter(clock.instant())) {
        mistake = phrases().text("operation.hold.over");
        return;
      }
      operations.start(request(what, reason, to, expiry));
      dialog = null;
      PrimeFaces.current().ajax().addCallbackParam("done", true);
      undo = Undo.of(operation, filter);
      if (undo.isPossible()) {
        say();
      }
    } catch (FilterException | OperationException e) {
      mistake = FilterWords.ofAny(e, phrases());
    }
  }

  /** Puts back what was done last with one mail, if that can be put back. */
  public void undo() {
    Undo last = undo;
    undo = Undo.NOTHING;
    require(last.operation());
    if (last.isPossible()) {
      begin(last.operation(), last.id(), phrases().text("undo.reason"));
    }
  }

  private void begin(String key, String chosen, String why) {
    operation = key;
    filter = chosen;
    try {
      operations.start(request(Operation.of(key).orElseThrow(), why, "", ""));
      say();
    } catch (FilterException | OperationException e) {
      Toast.show(FilterWords.ofAny(e, phrases()));
    }
  }

  private void say() {
    String text = phrases().text("job.what", phrases().text("operation." + operation), filter);
    if (undo.isPossible()) {
      Toast.show(text, phrases().text("undo"));
    } else {
      Toast.show(text);
    }
  }

  private OperationRequest request(Operation what, String why, String route, String time)
      throws FilterException, OperationException {
    return new OperationRequest(
        what,
        QueueFilter.parseIdOrFilter(filter),
        access.actor(),
        why.strip(),
        what == Operation.REROUTE ? OperationRequest.parseRoute(route.strip()) : Optional.empty(),
        what == Operation.EXPIRE
            ? Optional.of(NewExpiry.parse(time.strip(), clock.instant()))
            : Optional.empty(),
        what == Operation.HOLD ? holdEnd() : Optional.empty());
  }

  private Optional<Instant> holdEnd() throws OperationException {
    Optional<String> text = holdForm.text();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(OperationRequest.parseHoldEnd(text.get(), clock.instant()));
  }

  private void require(String key) {
    access.requireChange("operations");
    if (key.equals(Operation.EXPORT.key())) {
      access.requireChange(Contents.MAIL);
    }
  }

  private void opened() {
    PrimeFaces.current().ajax().addCallbackParam("asked", true);
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }

  /** The operations that who is signed in may have done. */
  public List<Offer> getOffers() {
    return Offer.ALL.stream()
        .filter(offer -> !offer.isContent() || access.changes(Contents.MAIL))
        .toList();
  }

  /** What is asked, or null. */
  public OperationDialog getDialog() {
    return dialog;
  }

  /** What was wrong with the answer, or empty. */
  public String getMistake() {
    return mistake;
  }

  /** When a hold ends. */
  public HoldForm getHoldForm() {
    return holdForm;
  }

  /** Why somebody wants it. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason. */
  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason;
  }

  /** Where a reroute goes. */
  public String getTo() {
    return to;
  }

  /** Takes where a reroute goes. */
  public void setTo(String to) {
    this.to = to == null ? "" : to;
  }

  /** When mail is given up. */
  public String getExpiry() {
    return expiry;
  }

  /** Takes when mail is given up. */
  public void setExpiry(String expiry) {
    this.expiry = expiry == null ? "" : expiry;
  }
}
