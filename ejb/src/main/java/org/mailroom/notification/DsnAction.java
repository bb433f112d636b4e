package org.mailroom.notification;

/** The Action field of a DSN (RFC 3464, 2.3.3), for the actions that this hub reports. */
public enum DsnAction {
  FAILED,
  DELAYED,
  DELIVERED,
  RELAYED,
  EXPANDED
}
