package org.mailroom.console.operations;

import org.primefaces.PrimeFaces;

/** A sentence that appears at the edge of the page for a moment. */
public final class Toast {

  private Toast() {}

  /** Shows it when the answer to this request arrives. */
  public static void show(String text) {
    PrimeFaces.current().ajax().addCallbackParam("toast", text);
  }

  /** The same with a button that has the page's command {@code undoLast} put back what was done. */
  public static void show(String text, String undo) {
    show(text);
    PrimeFaces.current().ajax().addCallbackParam("undo", undo);
  }
}
