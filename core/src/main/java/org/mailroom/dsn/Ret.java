package org.mailroom.dsn;

/** The RET parameter of MAIL (RFC 3461, 4.3): how much of the mail a failed DSN returns. */
public enum Ret {
  /** The whole mail. */
  FULL,
  /** Its header only. */
  HDRS
}
