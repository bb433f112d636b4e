/**
 * The hub's settings: read from {@code MAILROOM_} names, typed, and refused early with all problems
 * at once. Nothing is silently corrected: an unknown name, a malformed value and two values that
 * contradict each other each stop the start with a line of their own. No problem and no text form
 * of the settings ever shows a secret.
 *
 * <p>{@link org.mailroom.settings.SettingsParser} is the way in, {@link
 * org.mailroom.settings.SettingName} the list of names.
 */
package org.mailroom.settings;
