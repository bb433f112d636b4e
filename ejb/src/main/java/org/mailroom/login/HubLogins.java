package org.mailroom.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.mailroom.directory.Account;
import org.mailroom.directory.AddressKey;
import org.mailroom.directory.Directory;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.password.StoredPasswords;
import org.mailroom.mail.Address;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.Logins;
import org.mailroom.sasl.ScramVerifier;
import org.mailroom.sasl.ServerStep.PasswordClaim;
import org.mailroom.sasl.ServerStep.ProofClaim;
import org.mailroom.settings.Settings;

/**
 * Logins at the directory. A user is named by the account's address or one of its aliases; without
 * a domain, in the hub's first one.
 */
@Singleton
public class HubLogins implements Logins {

  private final Settings settings;
  private final Directory directory;
  private final StoredPasswords passwords;
  private final PasswordHashing hashing;
  private final LoginFailures failures;
  private final VerifiedPasswords verified;
  private final InventedVerifiers invented = new InventedVerifiers();

  /** Who claims to be somebody; {@code key} is the same however the account is written. */
  private record Claimant(Optional<Account> account, Optional<StoredPassword> stored, String key) {}

  /** Looks people up in the directory. */
  @Inject
  public HubLogins(
      Settings settings, Directory directory, StoredPasswords passwords, PasswordHashing hashing) {
    this(settings, directory, passwords, hashing, System::nanoTime);
  }

  HubLogins(
      Settings settings,
      Directory directory,
      StoredPasswords passwords,
      PasswordHashing hashing,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.directory = directory;
    this.passwords = passwords;
    this.hashing = hashing;
    this.failures = new LoginFailures(nanoTime);
    this.verified = new VerifiedPasswords(nanoTime);
  }

  @Override
  public LoginAnswer check(InetAddress client, PasswordClaim claim) {
    Claimant claimant = claimant(claim.user());
    if (failures.isLocked(client, claimant.key())) {
      return new LoginAnswer.Locked();
    }
    return answer(client, claimant, isPassword(claimant, claim.password()));
  }

  @Override
  public LoginAnswer check(InetAddress client, ProofClaim claim) {
    Claimant claimant = claimant(claim.user());
    if (failures.isLocked(client, claimant.key())) {
      return new LoginAnswer.Locked();
    }
    return answer(client, claimant, claim.proved() && claimant.stored().isPresent());
  }

  @Override
  public ScramVerifier verifier(String user) {
    Claimant claimant = claimant(user);
    ScramVerifier madeUp = invented.of(claimant.key());
    return claimant.stored().map(StoredPassword::verifier).orElse(madeUp);
  }

  /** True while this user is locked out from there. */
  boolean isLocked(InetAddress client, String user) {
    return failures.isLocked(client, claimant(user).key());
  }

  /** The user has proved elsewhere to be who they are. */
  void forget(InetAddress client, String user) {
    failures.forget(client, claimant(user).key());
  }

  private boolean isPassword(Claimant claimant, String password) {
    Optional<StoredPassword> stored = claimant.stored();
    if (stored.isPresent() && verified.contain(claimant.key(), stored.get(), password)) {
      return true;
    }
    boolean right = hashing.verify(stored, password);
    if (right) {
      verified.add(claimant.key(), stored.orElseThrow(), password);
    }
    return right;
  }

  private LoginAnswer answer(InetAddress client, Claimant claimant, boolean right) {
    if (right && claimant.account().isPresent()) {
      failures.forget(client, claimant.key());
      return new LoginAnswer.Granted(claimant.account().get().address());
    }
    Duration delay = failures.count(client, claimant.key());
    return new LoginAnswer.Denied(delay);
  }

  private Claimant claimant(String name) {
    Optional<Address> address = address(name);
    Optional<Account> account = address.flatMap(directory.snapshot()::account);
    Optional<Address> asked = account.map(Account::address).or(() -> address);
    Optional<StoredPassword> stored = asked.flatMap(passwords::of);
    return new Claimant(
        account,
        account.isPresent() ? stored : Optional.empty(),
        asked.map(a -> AddressKey.of(a).toString()).orElseGet(() -> name.toLowerCase(Locale.ROOT)));
  }

  private Optional<Address> address(String name) {
    try {
      return Optional.of(
          name.indexOf('@') < 0 ? new Address(name, settings.domain()) : Address.parse(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
