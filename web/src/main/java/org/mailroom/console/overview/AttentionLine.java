package org.mailroom.console.overview;

/**
 * Something that needs a person.
 *
 * @param level {@code bad} or {@code warning}: its style
 * @param text what, in words
 * @param second more about it, or empty
 * @param address of the page that helps, or empty
 */
public record AttentionLine(String level, String text, String second, String address) {}
