package org.mailroom.console.queues;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.mailroom.console.PageLink;
import org.mailroom.console.queue.StateTile;

/**
 * The Queues page. Its state is its address: {@code ?by=error&name=example&hop=mx.example.test}.
 */
@Named
@ViewScoped
public class QueuesView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;
  private static final String BY_ERROR = "error";

  @Inject Destinations destinations;
  @Inject Overview overview;

  private String by = "";
  private String name = "";
  private String hop = "";
  private transient List<DestinationLine> lines;

  /** Reads everything anew. */
  public void refresh() {
    lines = null;
  }

  private List<DestinationLine> lines() {
    if (lines == null) {
      String wanted = name.toLowerCase(Locale.ROOT);
      lines =
          destinations.all().stream()
              .filter(line -> line.name().toLowerCase(Locale.ROOT).contains(wanted))
              .toList();
    }
    return lines;
  }

  /** Those that need a look first; not all of many. */
  public List<DestinationLine> getLines() {
    return lines().stream().limit(MOST).toList();
  }

  /** How many are not shown. */
  public int getMore() {
    return Math.max(0, lines().size() - MOST);
  }

  /** The answers that mail waits with. */
  public List<ErrorLine> getErrors() {
    return destinations.errors(MOST);
  }

  /** The states with their counts. */
  public List<StateTile> getTiles() {
    return overview.tiles();
  }

  /** The age of the oldest mail, or empty. */
  public String getOldest() {
    return overview.oldest();
  }

  /** The destination that is open, or null. */
  public DestinationLine getOpen() {
    return hop.isEmpty() ? null : destinations.one(hop);
  }

  /** How it is grouped. */
  public String getBy() {
    return by;
  }

  /** Takes from the address how it is grouped. */
  public void setBy(String by) {
    this.by = BY_ERROR.equals(by) ? by : "";
  }

  /** A piece of the names that are shown. */
  public String getName() {
    return name;
  }

  /** Takes the piece from the address. */
  public void setName(String name) {
    this.name = name == null ? "" : name.strip();
  }

  /** The destination in the address. */
  public String getHop() {
    return hop;
  }

  /** Takes the destination from the address. */
  public void setHop(String hop) {
    this.hop = hop == null ? "" : hop;
  }

  /** The address of this page, with a destination opened; with none for the empty name. */
  public String link(String wanted) {
    return PageLink.to("queues", "by", by, "name", name, "hop", wanted);
  }
}
