package org.mailroom.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.directory.Account;
import org.mailroom.directory.Directory;
import org.mailroom.directory.Role;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.password.StoredPasswords;
import org.mailroom.login.ConsoleUser.OfDirectory;
import org.mailroom.login.ConsoleUser.OfFirstRun;
import org.mailroom.login.ConsoleUser.OfServer;
import org.mailroom.sasl.LoginAnswer;
import org.mailroom.sasl.ServerStep.PasswordClaim;

/**
 * Who may sign in at the console: users of the server's own realm, then accounts of the directory.
 * The limits against guessing are those of mail, and count together with them: a user who was
 * locked out of one is out of the other. Needs no database.
 */
@Singleton
public class ConsoleLogins {

  private final HubLogins logins;
  private final Directory directory;
  private final StoredPasswords passwords;
  private final SignInRecord record;
  private final GuessPace pace;

  /** Of this hub. */
  @Inject
  public ConsoleLogins(
      HubLogins logins, Directory directory, StoredPasswords passwords, SignInRecord record) {
    this(logins, directory, passwords, record, System::nanoTime);
  }

  ConsoleLogins(
      HubLogins logins,
      Directory directory,
      StoredPasswords passwords,
      SignInRecord record,
      LongSupplier nanoTime) {
    this.logins = logins;
    this.directory = directory;
    this.passwords = passwords;
    this.record = record;
    this.pace = new GuessPace(nanoTime);
  }

  /** The answer to a name and a password. It is in the log, and in the audit when it is yes. */
  public ConsoleAnswer check(InetAddress client, PasswordClaim claim, ServerUsers server) {
    ConsoleAnswer answer = answer(client, claim, server);
    if (answer instanceof ConsoleAnswer.Granted granted) {
      record.signedIn(granted.user().name(), client);
    } else {
      record.refused(claim.user(), client, answer);
    }
    return answer;
  }

  /**
   * The roles of who has signed in, as they are now.
   *
   * @return empty when they may not be here any more: account gone, disabled, other password
   */
  public Optional<Set<String>> roles(ConsoleUser user) {
    return switch (user) {
      case OfServer known -> Optional.of(known.roles());
      case OfDirectory known ->
          directory
              .snapshot()
              .account(known.account())
              .filter(account -> account.address().equals(known.account()))
              .filter(account -> has(account, known.password()))
              .map(ConsoleLogins::keys);
      case OfFirstRun known ->
          known.open().getAsBoolean()
              ? Optional.of(Set.of(Role.ADMINISTRATOR.key()))
              : Optional.empty();
    };
  }

  private ConsoleAnswer answer(InetAddress client, PasswordClaim claim, ServerUsers server) {
    if (logins.isLocked(client, claim.user())) {
      return new ConsoleAnswer.Locked();
    }
    if (pace.holds(client)) {
      return new ConsoleAnswer.TooSoon();
    }
    Optional<Set<String>> roles = server.roles(claim);
    if (roles.isPresent()) {
      logins.forget(client, claim.user());
      return new ConsoleAnswer.Granted(new OfServer(claim.user(), roles.get()));
    }
    return ofDirectory(client, claim);
  }

  private ConsoleAnswer ofDirectory(InetAddress client, PasswordClaim claim) {
    return switch (logins.check(client, claim)) {
      case LoginAnswer.Granted granted ->
          passwords
              .of(granted.user())
              .<ConsoleAnswer>map(
                  password -> new ConsoleAnswer.Granted(new OfDirectory(granted.user(), password)))
              .orElseGet(ConsoleAnswer.Denied::new);
      case LoginAnswer.Denied denied -> {
        pace.hold(client, denied.delay());
        yield new ConsoleAnswer.Denied();
      }
      case LoginAnswer.Locked locked -> new ConsoleAnswer.Locked();
    };
  }

  private boolean has(Account account, StoredPassword password) {
    return passwords.of(account.address()).filter(password::equals).isPresent();
  }

  /** Whoever has an account is its user, whatever else. */
  private static Set<String> keys(Account account) {
    return Stream.concat(account.roles().stream(), Stream.of(Role.USER))
        .map(Role::key)
        .collect(Collectors.toUnmodifiableSet());
  }
}
