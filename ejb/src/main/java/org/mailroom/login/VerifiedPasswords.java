package org.mailroom.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mailroom.directory.password.StoredPassword;

/**
 * Passwords that were right a moment ago, as keyed hashes. A password that was changed since is not
 * among them. Safe for any number of threads.
 */
final class VerifiedPasswords {

  static final Duration MEMORY = Duration.ofMinutes(10);

  private static final String HMAC = "HmacSHA256";
  private static final int KEY_OCTETS = 32;
  private static final int MOST = 50_000;

  private final LongSupplier nanoTime;
  private final SecretKeySpec key;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Seen> seen = new Bounded<>(MOST);

  @SuppressWarnings("ArrayRecordComponent") // Compared by MessageDigest.isEqual only.
  private record Seen(byte[] hash, long at) {}

  /** Counts time by {@code nanoTime}. */
  VerifiedPasswords(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    byte[] secret = new byte[KEY_OCTETS];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, HMAC);
  }

  /** True when this is the password, and was verified within the last ten minutes. */
  boolean contain(String user, StoredPassword stored, String password) {
    byte[] hash = hash(user, stored, password);
    lock.lock();
    try {
      Seen last = seen.get(user);
      return last != null
          && nanoTime.getAsLong() - last.at() < MEMORY.toNanos()
          && MessageDigest.isEqual(hash, last.hash());
    } finally {
      lock.unlock();
    }
  }

  /** The password was verified now. */
  void add(String user, StoredPassword stored, String password) {
    Seen now = new Seen(hash(user, stored, password), nanoTime.getAsLong());
    lock.lock();
    try {
      seen.put(user, now);
    } finally {
      lock.unlock();
    }
  }

  private byte[] hash(String user, StoredPassword stored, String password) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update((user + "\0" + stored.bcrypt() + "\0").getBytes(UTF_8));
      return mac.doFinal(password.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }
}
