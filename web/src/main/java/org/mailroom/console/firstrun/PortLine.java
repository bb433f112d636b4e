package org.mailroom.console.firstrun;

/**
 * A listener of the hub.
 *
 * @param name as texts name it
 * @param state {@code open}, {@code off} or {@code closed}
 * @param address where it listens, or why it doesn't; empty when it is off
 * @param setting with the port that such listeners usually have
 * @param source who has set its port, as texts and styles name it
 */
public record PortLine(String name, String state, String address, String setting, String source) {

  /** The style of its state. */
  public String style() {
    return switch (state) {
      case "open" -> "good";
      case "off" -> "off";
      default -> "careful";
    };
  }
}
