package org.mailroom.directory;

/** What an account may do in the console and over REST. */
public enum Role {
  ADMINISTRATOR,
  OPERATOR,
  HELP_DESK,
  AUDITOR,
  DOMAIN_ADMIN,
  USER
}
