package org.mailroom.console.overview;

import org.mailroom.console.Phrases;
import org.mailroom.status.Node;

/**
 * A hub as a line of the table, in words.
 *
 * @param name its own
 * @param here true for the one that shows this
 * @param alive false when nobody has heard of it for a minute
 * @param version of it
 * @param running how long it has been
 * @param since date and time of its start
 * @param intake the key of whose mail it takes
 * @param relaying the key of whether it relays
 * @param seen how long ago it told so
 * @param seenExact date and time of that
 */
public record NodeLine(
    String name,
    boolean here,
    boolean alive,
    String version,
    String running,
    String since,
    String intake,
    String relaying,
    String seen,
    String seenExact) {

  static NodeLine of(Node node, boolean here, Phrases phrases, boolean alive) {
    return new NodeLine(
        node.name(),
        here,
        alive,
        node.version(),
        phrases.age(node.since()),
        phrases.exact(node.since()),
        node.intake().key(),
        node.relaying().key(),
        here
            ? phrases.text("overview.nodes.now")
            : phrases.text("overview.nodes.ago", phrases.age(node.seen())),
        phrases.exact(node.seen()));
  }

  /** The style of a state: what is as it should be is calm. */
  public String style(String state) {
    return switch (state) {
      case "open", "running" -> "good";
      case "closed", "stopped" -> "failed";
      default -> "careful";
    };
  }
}
