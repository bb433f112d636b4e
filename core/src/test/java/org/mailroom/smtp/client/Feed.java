package org.mailroom.smtp.client;

/** How a scripted peer's octets arrive. */
public enum Feed {
  WHOLE(Integer.MAX_VALUE),
  BYTE_BY_BYTE(1);

  final int atMost;

  Feed(int atMost) {
    this.atMost = atMost;
  }
}
