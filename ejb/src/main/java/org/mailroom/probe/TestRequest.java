package org.mailroom.probe;

import java.util.Objects;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;

/**
 * A delivery test that somebody wants.
 *
 * @param actor who
 * @param from what MAIL says
 * @param to what RCPT says
 * @param testMail true when a test mail is sent as well
 */
public record TestRequest(String actor, ReversePath from, ForwardPath to, boolean testMail) {

  /** Needs all of them. */
  public TestRequest {
    Objects.requireNonNull(actor, "a test has an actor");
    Objects.requireNonNull(from, "a test has a sender, if the null one");
    Objects.requireNonNull(to, "a test has a recipient");
  }
}
