package org.mailroom.console.overview;

/**
 * A number of the hub, which leads to what is behind it.
 *
 * @param key of its texts
 * @param style of its icon and colour
 * @param number in words
 * @param address of the page behind it; empty when the reader may not see that
 */
public record OverviewTile(String key, String style, String number, String address) {}
