package org.mailroom.mail;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a delivery attempt ended as it did for a recipient, in the words of whoever decided it.
 *
 * @param stage the SMTP command that was answered or not, in lower case ({@code connect}, {@code
 *     greeting}, {@code ehlo}, {@code starttls}, {@code mail}, {@code rcpt}, {@code data}, {@code
 *     dot}), or {@code routing}, {@code gate}, {@code hub}
 * @param status the enhanced status code
 * @param text one line without control characters: the reply of the next hop, or our own reason
 * @param isReply true when {@code text} is a reply of the next hop
 * @param remoteMta the host that was asked, empty when none was
 */
public record Diagnosis(
    String stage,
    EnhancedStatusCode status,
    String text,
    boolean isReply,
    Optional<String> remoteMta) {

  /** Refuses control characters, so that the text can stand in a log line or a header field. */
  public Diagnosis {
    Objects.requireNonNull(stage, "a diagnosis has a stage");
    Objects.requireNonNull(status, "a diagnosis has a status");
    Objects.requireNonNull(remoteMta, "remoteMta is a value or empty");
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A diagnosis has no control characters");
    }
  }

  /** A reason of our own, nobody asked. */
  public static Diagnosis ofHub(String stage, EnhancedStatusCode status, String text) {
    return new Diagnosis(stage, status, text, false, Optional.empty());
  }
}
