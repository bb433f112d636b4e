package org.mailroom.settings;

/**
 * A setting as it is in effect, for people.
 *
 * @param name which
 * @param value in effect; empty for none, and for secrets
 * @param otherwise what it is when nobody sets it; empty when there is no such value, or another on
 *     each machine
 * @param source who has set it
 * @param isSecret true when its value is shown to nobody
 */
public record SettingLine(
    SettingName name, String value, String otherwise, Source source, boolean isSecret) {

  /** Who has set something. */
  public enum Source {
    /** The environment of the server. */
    ENVIRONMENT,
    /** {@code config/mailroom.env}. */
    FILE,
    /** Nobody: it is the default. */
    DEFAULT
  }

  @Override
  public String toString() {
    return name.key() + " by " + source;
  }
}
