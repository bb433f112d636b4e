package org.mailroom.console.deliverytest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.ReversePath;
import org.mailroom.probe.Question;
import org.mailroom.probe.TestRequest;

/** The mail that the page is asked about, as its address has it. */
@Named
@ViewScoped
public class MailQuestion implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long KIB = 1024;

  /** Documentation addresses are nobody's (RFC 5737). */
  private static final String STRANGER = "192.0.2.1";

  private String to = "";
  private String from = "";
  private String size = "";
  private String client = "";
  private boolean loggedIn;

  /** The recipient. */
  public String getTo() {
    return to;
  }

  /** Takes the recipient. */
  public void setTo(String to) {
    this.to = text(to);
  }

  /** The sender; empty for the null reverse-path. */
  public String getFrom() {
    return from;
  }

  /** Takes the sender. */
  public void setFrom(String from) {
    this.from = text(from);
  }

  /** In kilobytes. */
  public String getSize() {
    return size;
  }

  /** Takes the size. */
  public void setSize(String size) {
    this.size = text(size);
  }

  /** The address of the client; empty for somebody from outside. */
  public String getClient() {
    return client;
  }

  /** Takes the address of the client. */
  public void setClient(String client) {
    this.client = text(client);
  }

  /** True when the client has logged in as the sender. */
  public boolean isLoggedIn() {
    return loggedIn;
  }

  /** Takes whether the client has logged in. */
  public void setLoggedIn(boolean loggedIn) {
    this.loggedIn = loggedIn;
  }

  /** True when there is a question. */
  public boolean isAsked() {
    return !to.isEmpty();
  }

  /** The key of the text that says what is wrong with it, or empty. */
  public String getProblem() {
    if (!isGood(() -> ForwardPath.parse(to))) {
      return "deliverytest.bad.to";
    }
    if (!isGood(() -> ReversePath.parse(from))) {
      return "deliverytest.bad.from";
    }
    if (!isGood(this::octets)) {
      return "deliverytest.bad.size";
    }
    return isGood(() -> IpLiteral.parse(address())) ? "" : "deliverytest.bad.client";
  }

  boolean isValid() {
    return getProblem().isEmpty();
  }

  Question question() {
    return new Question(
        ReversePath.parse(from),
        ForwardPath.parse(to),
        octets(),
        IpLiteral.parse(address()),
        loggedIn);
  }

  TestRequest request(String actor, boolean testMail) {
    return new TestRequest(actor, ReversePath.parse(from), ForwardPath.parse(to), testMail);
  }

  private long octets() {
    long number = size.isEmpty() ? 0 : Integer.parseInt(size);
    if (number < 0) {
      throw new IllegalArgumentException("A size is not negative");
    }
    return number * KIB;
  }

  private String address() {
    return client.isEmpty() ? STRANGER : client;
  }

  private static boolean isGood(Runnable parsing) {
    try {
      parsing.run();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }
}
