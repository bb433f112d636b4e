package org.mailroom.console;

/**
 * The intake or all relaying, while somebody has paused it.
 *
 * @param subject as pauses name it
 * @param text by whom, for how long and why
 * @param until when it goes on by itself, or empty
 * @param exact the same as date and time
 */
public record StoppedLine(String subject, String text, String until, String exact) {}
