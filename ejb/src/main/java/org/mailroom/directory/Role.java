package org.mailroom.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an account may do in the console and over REST. */
public enum Role {
  ADMINISTRATOR,
  OPERATOR,
  HELP_DESK,
  AUDITOR,
  DOMAIN_ADMIN,
  USER;

  /** As commands, REST and imports name it, such as {@code help-desk}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The role of that key.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Role of(String key) {
    return Arrays.stream(values())
        .filter(role -> role.key().equals(key))
        .findAny()
        .orElseThrow(
            () ->
                DirectoryReason.NO_ROLE.refused(
                    Arrays.stream(values()).map(Role::key).collect(Collectors.joining(", "))));
  }
}
