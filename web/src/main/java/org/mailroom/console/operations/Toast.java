package org.mailroom.console.operations;

import org.primefaces.PrimeFaces;

/** A sentence that appears at the edge of the page for a moment. */
public final class Toast {

  private Toast() {}

  /** Shows it when the answer to this request arrives. */
  public static void show(String text) {
    PrimeFaces.current().ajax().addCallbackParam("toast", text);
  }
}
