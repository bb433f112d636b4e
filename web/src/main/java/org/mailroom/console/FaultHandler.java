package org.mailroom.console;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;

/**
 * Leads to the page that says what went wrong, from requests of a page's script too, which would
 * show nothing of it. What nobody expected is in the log.
 */
final class FaultHandler extends ExceptionHandlerWrapper {

  private static final Logger LOG = System.getLogger(FaultHandler.class.getName());
  private static final int FORBIDDEN = 403;

  FaultHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    FacesContext faces = FacesContext.getCurrentInstance();
    boolean partial = faces.getPartialViewContext().isAjaxRequest();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable fault = events.next().getContext().getException();
      boolean forbidden = has(ForbiddenException.class, fault);
      if ((forbidden || partial) && !faces.getExternalContext().isResponseCommitted()) {
        events.remove();
        lead(faces, fault, forbidden, partial);
      }
    }
    getWrapped().handle();
  }

  private static void lead(
      FacesContext faces, Throwable fault, boolean forbidden, boolean partial) {
    ExternalContext external = faces.getExternalContext();
    boolean expired = has(ViewExpiredException.class, fault);
    if (forbidden) {
      LOG.log(Level.INFO, external.getRemoteUser() + " asked for what is not theirs to do");
    } else if (!expired) {
      LOG.log(Level.ERROR, "A page had a fault", fault);
    }
    try {
      external.responseReset();
      if (partial) {
        String reason = forbidden ? "403" : expired ? "expired" : "500";
        external.redirect("/error.xhtml?reason=" + reason);
      } else {
        external.responseSendError(FORBIDDEN, "");
      }
      faces.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static boolean has(Class<? extends Throwable> kind, Throwable fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
