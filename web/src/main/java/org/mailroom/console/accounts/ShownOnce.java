package org.mailroom.console.accounts;

import java.io.Serializable;

/** A password that was made for an account, on its way to the one page that shows it. */
public record ShownOnce(String address, String password) implements Serializable {

  /** Without the password. */
  @Override
  public String toString() {
    return address;
  }
}
