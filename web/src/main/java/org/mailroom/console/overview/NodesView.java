package org.mailroom.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.status.Node;
import org.mailroom.status.Nodes;

/** The hubs on this hub's database. */
@Named
@RequestScoped
public class NodesView {

  @Inject private Nodes nodes;
  @Inject private Appearance appearance;
  @Inject private Clock clock;
  private List<NodeLine> lines;

  /** By name. */
  public List<NodeLine> getLines() {
    if (lines == null) {
      lines = read();
    }
    return lines;
  }

  private List<NodeLine> read() {
    Instant now = clock.instant();
    Phrases phrases = appearance.phrases(now);
    Node here = nodes.here();
    return nodes.with(here).stream()
        .map(node -> NodeLine.of(node, node.equals(here), phrases, node.isAlive(now)))
        .toList();
  }
}
