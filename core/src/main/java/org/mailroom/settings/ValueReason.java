package org.mailroom.settings;

import org.mailroom.refusal.Reason;

/** What can be wrong with a value as people write it. */
public enum ValueReason implements Reason {
  SIZE_FORM("A size is " + Sizes.FORM),
  SIZE_BITS("A size has at most 63 bits"),
  PORT("A port is 1 to 65535"),
  HOST_PORT_FORM("Not of the form [host]:port"),
  PREFIX_LENGTH("A prefix length is 0 to %s"),
  HOST_BITS("A network has no bits set behind its prefix"),
  PREFIX_FORM("A network ends with / and a number"),
  DURATION_FORM("A duration is " + Durations.FORM),
  PASSWORD_LENGTH("A password has 8 characters to 72 octets");

  private final String sentence;

  ValueReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
