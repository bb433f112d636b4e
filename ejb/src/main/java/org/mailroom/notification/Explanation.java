package org.mailroom.notification;

import java.util.Map;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;

/**
 * Says in plain words why a recipient was not reached and what a sender can do. The enhanced status
 * code decides (RFC 3463 and the IANA registry), and where it says nothing, the command that was
 * answered.
 */
public enum Explanation {
  NO_SUCH_ADDRESS,
  NO_SUCH_DOMAIN,
  BAD_ADDRESS,
  MOVED,
  TAKES_NO_MAIL,
  SENDER_REFUSED,
  MAILBOX_DISABLED,
  MAILBOX_FULL,
  TOO_LARGE,
  SYSTEM_FULL,
  BUSY,
  NO_ANSWER,
  DNS_FAILURE,
  NO_ROUTE,
  LOOP,
  EXPIRED,
  TOO_MANY_RECIPIENTS,
  PROTOCOL,
  EIGHT_BIT_REFUSED,
  INTERNATIONAL_REFUSED,
  CONTENT_REFUSED,
  COME_LATER,
  NOT_PERMITTED,
  NOT_AUTHENTICATED,
  NOT_ENCRYPTED,
  HUB_NOT_ADMITTED,
  RECIPIENT_REFUSED,
  SERVER_REFUSED,
  HUB_FAULT,
  UNKNOWN;

  private static final Map<String, Explanation> BY_DETAIL =
      Map.ofEntries(
          Map.entry("1.1", NO_SUCH_ADDRESS),
          Map.entry("1.2", NO_SUCH_DOMAIN),
          Map.entry("1.3", BAD_ADDRESS),
          Map.entry("1.4", NO_SUCH_ADDRESS),
          Map.entry("1.6", MOVED),
          Map.entry("1.7", SENDER_REFUSED),
          Map.entry("1.8", SENDER_REFUSED),
          Map.entry("1.10", TAKES_NO_MAIL),
          Map.entry("2.1", MAILBOX_DISABLED),
          Map.entry("2.2", MAILBOX_FULL),
          Map.entry("2.3", TOO_LARGE),
          Map.entry("3.1", SYSTEM_FULL),
          Map.entry("3.2", BUSY),
          Map.entry("3.4", TOO_LARGE),
          Map.entry("4.1", NO_ANSWER),
          Map.entry("4.2", NO_ANSWER),
          Map.entry("4.3", DNS_FAILURE),
          Map.entry("4.4", NO_ROUTE),
          Map.entry("4.5", BUSY),
          Map.entry("4.6", LOOP),
          Map.entry("4.7", EXPIRED),
          Map.entry("5.3", TOO_MANY_RECIPIENTS),
          Map.entry("6.3", EIGHT_BIT_REFUSED),
          Map.entry("6.7", INTERNATIONAL_REFUSED),
          Map.entry("7.4", NOT_ENCRYPTED),
          Map.entry("7.5", NOT_ENCRYPTED),
          Map.entry("7.8", HUB_NOT_ADMITTED),
          Map.entry("7.9", HUB_NOT_ADMITTED),
          Map.entry("7.10", NOT_ENCRYPTED),
          Map.entry("7.11", HUB_NOT_ADMITTED),
          Map.entry("7.12", HUB_NOT_ADMITTED),
          Map.entry("7.20", NOT_AUTHENTICATED),
          Map.entry("7.21", NOT_AUTHENTICATED),
          Map.entry("7.22", NOT_AUTHENTICATED),
          Map.entry("7.23", NOT_AUTHENTICATED),
          Map.entry("7.24", NOT_AUTHENTICATED),
          Map.entry("7.25", NOT_AUTHENTICATED),
          Map.entry("7.26", NOT_AUTHENTICATED),
          Map.entry("7.27", SENDER_REFUSED));

  /** The explanation of a diagnosis that is not a success. */
  public static Explanation of(Diagnosis diagnosis) {
    return of(diagnosis.stage(), diagnosis.status());
  }

  /**
   * The explanation of a status code.
   *
   * @param stage as {@link Diagnosis#stage} has it
   */
  public static Explanation of(String stage, EnhancedStatusCode status) {
    Explanation exact = BY_DETAIL.get(status.subject() + "." + status.detail());
    if (exact != null) {
      return exact;
    }
    if (stage.equals("hub")) {
      return HUB_FAULT;
    }
    if (stage.equals("auth")) {
      return HUB_NOT_ADMITTED;
    }
    return switch (status.subject()) {
      case 5 -> PROTOCOL;
      case 6 -> CONTENT_REFUSED;
      case 7 -> status.isPermanent() ? NOT_PERMITTED : COME_LATER;
      default -> ofStage(stage);
    };
  }

  private static Explanation ofStage(String stage) {
    return switch (stage) {
      case "rcpt" -> RECIPIENT_REFUSED;
      case "mail" -> SENDER_REFUSED;
      case "data", "dot" -> CONTENT_REFUSED;
      case "routing" -> NO_ROUTE;
      case "connect" -> NO_ANSWER;
      case "greeting", "ehlo", "starttls", "gate" -> SERVER_REFUSED;
      default -> UNKNOWN;
    };
  }

  /** Why, in one or two sentences. */
  public String why(NoticeLanguage language, String domain) {
    return language.text("why." + name()).replace("{domain}", domain);
  }

  /** What the sender can do, in one or two sentences. */
  public String advice(NoticeLanguage language, String domain) {
    return language.text("do." + name()).replace("{domain}", domain);
  }
}
