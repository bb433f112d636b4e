package org.mailroom.directory.change;

/**
 * What a change did, or would do.
 *
 * @param added entries that were not there
 * @param changed entries that became other
 * @param removed entries that are gone
 * @param unchanged entries that were so already
 * @param dryRun true when nothing was done
 */
public record Tally(int added, int changed, int removed, int unchanged, boolean dryRun) {

  /** How many entries are not as before. */
  public int all() {
    return added + changed + removed;
  }

  /** In words. */
  public String inWords() {
    return added
        + " added, "
        + changed
        + " changed, "
        + removed
        + " removed, "
        + unchanged
        + " as before";
  }
}
