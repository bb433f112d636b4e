package org.mailroom.broker;

/** The broker doesn't show its queues: it is starting, stopping or broken. */
public class BrokerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the broker said. */
  public BrokerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
