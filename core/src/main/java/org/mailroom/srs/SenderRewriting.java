package org.mailroom.srs;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

/**
 * Writes the addresses of the Sender Rewriting Scheme, and reads them.
 *
 * <pre>
 * SRS0=hash=day=domain=local-part@ours       a sender, rewritten here
 * SRS1=hash=domain==rest@ours                SRS0=rest@domain, rewritten here once more
 * </pre>
 *
 * A chain of hubs that forward makes no longer address than that: what came as SRS1 keeps its first
 * hub.
 */
public final class SenderRewriting {

  private static final Duration VALID = Duration.ofDays(21);
  private static final int DAYS = 1024;
  private static final int MARK = 4;

  private final SrsKey key;
  private final Clock clock;

  /** Rewrites with this key. */
  public SenderRewriting(SrsKey key, Clock clock) {
    this.key = Objects.requireNonNull(key, "rewriting needs a key");
    this.clock = Objects.requireNonNull(clock, "rewriting needs a clock");
  }

  /** True for what looks like an address of the scheme, whoever wrote it. */
  public static boolean isRewritten(Address address) {
    return hasMark(address.localPart(), "SRS0") || hasMark(address.localPart(), "SRS1");
  }

  /**
   * A sender's address in our domain.
   *
   * @return empty when the result would be no address, or too long for one
   */
  public Optional<Address> rewrite(Address sender, Domain ours) {
    String local = sender.localPart();
    if (local.charAt(0) == '"' || sender.domain().isLiteral()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Address(rewritten(local, sender.domain().ascii()), ours));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String rewritten(String local, String domain) {
    if (hasMark(local, "SRS0")) {
      return again(domain, local.substring(MARK));
    }
    if (hasMark(local, "SRS1")) {
      String[] parts = local.substring(MARK + 1).split("=", 3);
      if (parts.length == 3) {
        return again(parts[1], parts[2]);
      }
    }
    String day = Base32.encode(today(), 2);
    return "SRS0=" + key.hash(day + domain + local) + "=" + day + "=" + domain + "=" + local;
  }

  private String again(String first, String rest) {
    return "SRS1=" + key.hash(first + rest) + "=" + first + "=" + rest;
  }

  /**
   * Whom a report to one of our addresses is for.
   *
   * @return empty when this hub didn't write the address, or longer than 21 days ago
   */
  public Optional<Address> restore(Address rewritten) {
    String local = rewritten.localPart();
    try {
      if (hasMark(local, "SRS0")) {
        return restoreSender(local.substring(MARK + 1).split("=", 4));
      }
      return hasMark(local, "SRS1")
          ? restoreHub(local.substring(MARK + 1).split("=", 3))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Address> restoreSender(String[] parts) {
    if (parts.length != 4 || !isOurs(parts[0], parts[1] + parts[2] + parts[3])) {
      return Optional.empty();
    }
    long age = Math.floorMod(today() - Base32.decode(parts[1]), DAYS);
    return age <= VALID.toDays()
        ? Optional.of(new Address(parts[3], Domain.of(parts[2])))
        : Optional.empty();
  }

  private Optional<Address> restoreHub(String[] parts) {
    return parts.length == 3 && isOurs(parts[0], parts[1] + parts[2])
        ? Optional.of(new Address("SRS0" + parts[2], Domain.of(parts[1])))
        : Optional.empty();
  }

  private boolean isOurs(String hash, String text) {
    return key.hash(text).equalsIgnoreCase(hash);
  }

  private long today() {
    return Math.floorMod(clock.instant().getEpochSecond() / Duration.ofDays(1).toSeconds(), DAYS);
  }

  private static boolean hasMark(String local, String mark) {
    return local.length() > MARK
        && local.regionMatches(true, 0, mark, 0, MARK)
        && "=+-".indexOf(local.charAt(MARK)) >= 0;
  }
}
