package org.mailroom.probe;

import java.net.InetAddress;
import java.util.Objects;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;

/**
 * A mail that somebody asks about.
 *
 * @param from what MAIL would say
 * @param to what RCPT would say
 * @param size in octets
 * @param client who would bring it
 * @param loggedIn true when the client would have logged in as the account of {@code from}
 */
public record Question(
    ReversePath from, ForwardPath to, long size, InetAddress client, boolean loggedIn) {

  /** Refuses a negative size. */
  public Question {
    Objects.requireNonNull(from, "a question has a sender, if the null one");
    Objects.requireNonNull(to, "a question has a recipient");
    Objects.requireNonNull(client, "a question has a client");
    if (size < 0) {
      throw new IllegalArgumentException("A size is not negative");
    }
  }
}
