package org.mailroom.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.function.LongSupplier;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.directory.Directory;
import org.mailroom.login.ConsoleUser.OfFirstRun;
import org.mailroom.settings.Settings;

/**
 * The first run of a hub: from its first directory on until an administrator says that it is set
 * up. Meanwhile a one-time code, which the start prints, signs in whoever sets it up. The code is
 * worth nothing any more when the directory has people of its own: they can sign in.
 */
@Singleton
public class FirstRun {

  /** Guesses at the code are those at the password of one user, whom nobody is. */
  private static final String NAME = "first run";

  private final FirstRunFile file;
  private final Directory directory;
  private final SignInRecord record;
  private final Audit audit;
  private final LoginFailures failures;
  private final GuessPace pace;

  /** Of this hub. */
  @Inject
  public FirstRun(Settings settings, Directory directory, SignInRecord record, Audit audit) {
    this(new FirstRunFile(settings.data()), directory, record, audit, System::nanoTime);
  }

  FirstRun(
      FirstRunFile file,
      Directory directory,
      SignInRecord record,
      Audit audit,
      LongSupplier nanoTime) {
    this.file = file;
    this.directory = directory;
    this.record = record;
    this.audit = audit;
    this.failures = new LoginFailures(nanoTime);
    this.pace = new GuessPace(nanoTime);
  }

  /** Begins it, with a new code. */
  public void begin() {
    file.write(FirstRunCode.generate());
  }

  /** True until it has ended. */
  public boolean isOpen() {
    return file.exists();
  }

  /** True while the code lets somebody in. */
  public boolean takesCode() {
    return !hasPeople() && file.code().isPresent();
  }

  /** At a start: forgets a code that is worth nothing any more, so that it is not printed. */
  public void forgetCode() {
    if (isOpen() && hasPeople()) {
      file.write("");
    }
  }

  /** The answer to a code. It is in the log, and in the audit when it is yes. */
  public ConsoleAnswer enter(InetAddress client, String code) {
    ConsoleAnswer answer = answer(client, code);
    if (answer instanceof ConsoleAnswer.Granted) {
      record.signedIn(NAME, client);
    } else {
      record.refused(NAME, client, answer);
    }
    return answer;
  }

  /** Ends it: the code, and who has signed in by it, are out. */
  public void end(String actor) {
    if (isOpen()) {
      audit.done(AuditedAction.of(actor, "end first run", "this hub", ""), 1, "done");
      file.delete();
    }
  }

  private ConsoleAnswer answer(InetAddress client, String code) {
    if (failures.isLocked(client, NAME)) {
      return new ConsoleAnswer.Locked();
    }
    if (pace.holds(client)) {
      return new ConsoleAnswer.TooSoon();
    }
    boolean right = file.code().filter(known -> FirstRunCode.areSame(known, code)).isPresent();
    if (right && !hasPeople()) {
      failures.forget(client, NAME);
      return new ConsoleAnswer.Granted(new OfFirstRun(NAME, this::isOpen));
    }
    pace.hold(client, failures.count(client, NAME));
    return new ConsoleAnswer.Denied();
  }

  /** Others than the administrator that the settings have made. */
  private boolean hasPeople() {
    return directory.snapshot().accountCount() > 1;
  }
}
