package org.mailroom.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.mail.Address;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;

/**
 * Where a moderator writes to: {@code staff+approve-k3j9x2m5q8w1@corp.test}, or {@code reject}.
 *
 * @param decision as {@link ModeratedMail} has it
 */
public record ModerationAddress(String decision, String token) {

  private static final Pattern FORM = Pattern.compile(".+\\+(approve|reject)-([a-z0-9]{12})");

  /**
   * True for an address at which moderators decide about mail to a list, when the sender is none of
   * them. Asked at RCPT and again at the attempt: a decision needs both the token, which others may
   * have come to see, and the moderator's login or reverse-path, which others may forge.
   */
  public static boolean isRefused(
      Address recipient, ReversePath from, Origin origin, DirectorySnapshot now) {
    return of(recipient).flatMap(decision -> now.list(recipient)).stream()
        .anyMatch(list -> !now.mayDecide(list, from, origin));
  }

  /** What an address asks for, if it is one of these. */
  static Optional<ModerationAddress> of(Address address) {
    Matcher matcher = FORM.matcher(address.localPart().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean approve = matcher.group(1).equals("approve");
    return Optional.of(
        new ModerationAddress(
            approve ? ModeratedMail.APPROVED : ModeratedMail.REJECTED, matcher.group(2)));
  }

  /**
   * The address that lets a mail through, or doesn't.
   *
   * @throws IllegalArgumentException when the list's own is too long for that
   */
  static Address write(Address list, boolean approve, String token) {
    return new Address(
        list.localPart() + (approve ? "+approve-" : "+reject-") + token, list.domain());
  }
}
