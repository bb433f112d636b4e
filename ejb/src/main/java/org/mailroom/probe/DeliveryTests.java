package org.mailroom.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Directory;
import org.mailroom.mail.MessageContent;
import org.mailroom.probe.DeliveryTest.Verdict;
import org.mailroom.relay.HopManners;
import org.mailroom.relay.HopRoutes;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.Router;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.SmtpClient;
import org.mailroom.smtp.client.SmtpClientTimeouts;
import org.mailroom.smtp.client.SocketConnector;

/** The delivery tests of this run of the hub: a few at once, and the last ones that ended. */
@Singleton
public class DeliveryTests {

  private static final Logger LOG = System.getLogger(DeliveryTests.class.getName());
  private static final String ACTION = "delivery test";
  private static final int AT_ONCE = 3;
  private static final int KEPT = 20;

  /** Somebody waits for the answer; a server that needs longer is told of as one that is slow. */
  static final SmtpClientTimeouts TIMEOUTS =
      new SmtpClientTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5));

  private final TestTools tools;
  private final Settings settings;
  private final Audit audit;
  private final Clock clock;
  private final Deque<DeliveryTest> tests = new ArrayDeque<>();
  private int last;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/mailroom-operations")
  private ManagedExecutorService threads;

  /** Tests by these. */
  @Inject
  public DeliveryTests(
      Directory directory,
      Router router,
      HopRoutes routes,
      HopManners manners,
      MailExchangers dns,
      Settings settings,
      Audit audit,
      Clock clock)
      throws GeneralSecurityException {
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    SmtpClient client =
        new SmtpClient(
            new SocketConnector(SSLContext.getDefault()),
            settings.hostname(),
            TIMEOUTS,
            System::nanoTime);
    this.tools = new TestTools(directory, router, routes, manners, dns, client);
  }

  /**
   * Begins a test.
   *
   * @throws TestRefusedException when others are under way
   * @throws DatabaseException when it can't be audited; it has not begun
   */
  public DeliveryTest start(TestRequest request) throws TestRefusedException {
    DeliveryTest test = add(request);
    boolean begun = false;
    try {
      long entry =
          audit.begin(
              AuditedAction.of(
                  request.actor(),
                  ACTION,
                  request.to() + (request.testMail() ? ", with a test mail" : ""),
                  ""));
      threads.execute(() -> run(test, entry));
      begun = true;
    } catch (RejectedExecutionException e) {
      throw new TestRefusedException("The hub has no thread for it; try again later");
    } finally {
      if (!begun) {
        test.end(Verdict.FAILED);
      }
    }
    return test;
  }

  private synchronized DeliveryTest add(TestRequest request) throws TestRefusedException {
    if (tests.stream().filter(test -> test.verdict() == Verdict.RUNNING).count() >= AT_ONCE) {
      throw new TestRefusedException("Other tests are under way; try again in a minute");
    }
    last++;
    DeliveryTest test = new DeliveryTest(Integer.toString(last), request, clock.instant());
    tests.addFirst(test);
    while (tests.size() > KEPT) {
      tests.removeLast();
    }
    return test;
  }

  /** The test of this id, if it is one of the last. */
  public synchronized Optional<DeliveryTest> find(String id) {
    return tests.stream().filter(test -> test.id().equals(id)).findAny();
  }

  /** The newest first. */
  public synchronized List<DeliveryTest> list() {
    return List.copyOf(tests);
  }

  /** Ends connections that make no progress; to be called every few seconds. */
  void sweep() {
    tools.client().abortStalled();
  }

  private void run(DeliveryTest test, long entry) {
    Verdict verdict = Verdict.FAILED;
    try (MessageContent content = TestMail.of(test, settings, clock)) {
      StepRecorder recorder = new StepRecorder(test, clock, System::nanoTime);
      verdict = new TestRun(tools, test, recorder, content).run();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "A delivery test failed", e);
    } finally {
      test.end(verdict);
      end(entry, verdict);
    }
  }

  private void end(long entry, Verdict verdict) {
    try {
      audit.end(entry, 1, verdict.key());
    } catch (DatabaseException e) {
      LOG.log(Level.ERROR, "The audit lacks the end of a delivery test", e);
    }
  }
}
