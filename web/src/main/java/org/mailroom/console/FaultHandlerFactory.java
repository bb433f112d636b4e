package org.mailroom.console;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link FaultHandler} before the one of Faces; {@code faces-config.xml} names it. */
public final class FaultHandlerFactory extends ExceptionHandlerFactory {

  /** In front of that one. */
  public FaultHandlerFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new FaultHandler(getWrapped().getExceptionHandler());
  }
}
