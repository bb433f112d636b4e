package org.mailroom.relay;

import jakarta.jms.Message;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.mailroom.broker.Broker;
import org.mailroom.delivery.LocalAttempts;
import org.mailroom.directory.Directory;
import org.mailroom.directory.TestDirectory;
import org.mailroom.hub.Opening;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.metrics.MailCounters;
import org.mailroom.notification.DsnComposer;
import org.mailroom.queue.Burial;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartId;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueChanges;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueRecord;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.UnreadableMailException;
import org.mailroom.retry.MailAges;
import org.mailroom.routing.InMemoryExchangers;
import org.mailroom.routing.MxRouter;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.OwnHosts;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.routing.SmartHostRouter;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.settlement.DiskPause;
import org.mailroom.settlement.Faults;
import org.mailroom.settlement.OutcomeLog;
import org.mailroom.settlement.Outcomes;
import org.mailroom.settlement.PartWork;
import org.mailroom.settlement.Settlement;
import org.mailroom.smtp.client.Feed;
import org.mailroom.smtp.client.ScriptedPeer;
import org.mailroom.smtp.client.SmtpClient;
import org.mailroom.smtp.client.SmtpClientPool;
import org.mailroom.smtp.client.SmtpClientTimeouts;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceBacklog;

/**
 * A whole relay, with scripted servers on one side and a queue that only remembers on the other.
 */
final class RelayStage {

  /** A directory without anybody. */
  static final Directory NOBODY = TestDirectory::snapshot;

  static final Instant QUEUED = Instant.parse("2026-11-22T12:00:00Z");
  static final String TEXT = "Subject: Lunch\r\n\r\nNoon?\r\n";

  final InMemoryExchangers dns = new InMemoryExchangers();
  final List<Publication> published = new ArrayList<>();
  final List<String> buried = new ArrayList<>();
  final List<String> logged = new ArrayList<>();
  final List<String> connected = new ArrayList<>();
  final QueueChanges changes = new QueueChanges();
  Runnable whenConnected = () -> {};
  Runnable whenRouted = () -> {};
  private final Map<String, Deque<ScriptedPeer>> servers = new HashMap<>();
  private final Spool spool;
  private Duration passed = Duration.ZERO;
  private Router router;
  private boolean queueIsBroken;
  private boolean logIsBroken;
  private boolean messageIsBroken;
  private boolean composerIsBroken;

  RelayStage(Path folder) {
    spool = new Spool(folder, 100 * 1024);
    OwnHosts own = new OwnHosts(settings().hostname(), java.util.Set.of());
    Router byMx = new MxRouter(dns, own, 25, new Random(1));
    router =
        new Router() {
          @Override
          public String group(Domain domain) {
            whenRouted.run();
            return byMx.group(domain);
          }

          @Override
          public RoutingResult resolve(Domain domain) {
            whenRouted.run();
            return byMx.resolve(domain);
          }
        };
  }

  RelayStage smartHost(String address) {
    router = new SmartHostRouter(new Host(address, 25));
    return this;
  }

  RelayStage withoutRouter() {
    router = null;
    return this;
  }

  RelayStage breakQueue() {
    queueIsBroken = true;
    return this;
  }

  RelayStage breakMessage() {
    messageIsBroken = true;
    return this;
  }

  RelayStage breakLog() {
    logIsBroken = true;
    return this;
  }

  RelayStage breakComposer() {
    composerIsBroken = true;
    return this;
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  Instant now() {
    return QUEUED.plus(passed);
  }

  /** A server with PIPELINING that is connected to next at this address. */
  ScriptedPeer server(String address, String... extensions) {
    List<String> offered = new ArrayList<>(List.of("PIPELINING"));
    offered.addAll(Arrays.asList(extensions));
    ScriptedPeer server = ScriptedPeer.offering(Feed.WHOLE, offered.toArray(String[]::new));
    servers.computeIfAbsent(address, key -> new ArrayDeque<>()).add(server);
    return server;
  }

  static EnvelopeRecipient to(String address) {
    return EnvelopeRecipient.of(ForwardPath.parse(address));
  }

  static QueuedMail mail(String reversePath, EnvelopeRecipient... recipients) {
    return QueuedMail.received(
        QueueId.of("01HZY8Q2K3M4N"),
        PartId.of(1),
        Envelope.of(ReversePath.parse(reversePath), List.of(recipients)),
        "group",
        QUEUED,
        QUEUED.plus(Duration.ofDays(5)),
        Origin.trusted("192.0.2.1"),
        new InMemoryContent(TEXT.getBytes(StandardCharsets.US_ASCII)));
  }

  Stand open() {
    return new Stand();
  }

  private static Settings settings() {
    try {
      return SettingsParser.parse(Map.of("MAILROOM_HOSTNAME", "hub.corp.test"));
    } catch (SettingsException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The relay put together; state of gate and pool lasts as long as this. */
  final class Stand {

    private final InstantSource source = RelayStage.this::now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final SmtpClientPool pool =
        new SmtpClientPool(
            new SmtpClient(
                (address, timeout) -> {
                  String host = address.getAddress().getHostAddress();
                  connected.add(host);
                  whenConnected.run();
                  Deque<ScriptedPeer> there = servers.getOrDefault(host, new ArrayDeque<>());
                  if (there.isEmpty()) {
                    throw new ConnectException("Connection refused");
                  }
                  return there.poll();
                },
                settings().hostname(),
                SmtpClientTimeouts.DEFAULTS,
                System::nanoTime),
            System::nanoTime);
    final DestinationGate gate =
        new DestinationGate(64, Duration.ofMinutes(30), clock, () -> passed.toNanos());
    private final MailAges ages = new MailAges(clock, () -> passed.toNanos());

    void relay(QueuedMail mail) {
      Settings settings = settings();
      DsnComposer composer =
          new DsnComposer(
              settings, composerIsBroken ? null : router, spool, new QueueIdSource(clock), clock);
      Random random = new Random(1);
      MailQueue queue = new RememberingQueue();
      QueueRecord records = new OneMail(mail);
      QueueIndex index = new QueueIndex();
      PartWork work =
          new PartWork(
              records,
              new Burial(records, queue, index),
              new Settlement(settings, composer, ages, clock, random),
              new Faults(settings, clock, random),
              new Outcomes(queue, changes),
              new OutcomeLog(new RememberingLog(), ages),
              index,
              opened(),
              new DiskPause(() -> true));
      new RelayWork(
              work,
              new DeliveryAttempts(
                  new LocalAttempts(NOBODY, null, null, router),
                  router,
                  new ChosenRoutes(router),
                  gate,
                  new HopRoutes(NOBODY),
                  new HopSender(pool, dns, settings)))
          .relay(null);
    }
  }

  private static Opening opened() {
    Opening opening = new Opening();
    opening.open();
    return opening;
  }

  private final class OneMail extends QueueRecord {
    private final QueuedMail mail;

    OneMail(QueuedMail mail) {
      super(spool);
      this.mail = mail;
    }

    @Override
    public QueuedMail read(Message message) throws QueueException {
      if (messageIsBroken) {
        throw new UnreadableMailException("A message in the queue lacks the property queueId");
      }
      return mail;
    }

    @Override
    public Optional<MessageContent> readContent(Message message) {
      return Optional.of(mail.content());
    }
  }

  private final class RememberingQueue extends MailQueue {
    RememberingQueue() {
      super(Clock.fixed(QUEUED, ZoneOffset.UTC), new QueueIndex(), new Broker());
    }

    @Override
    public void bury(Message unreadable, Optional<MessageContent> content, String why)
        throws QueueException {
      if (queueIsBroken) {
        throw new QueueException("The broker is gone");
      }
      buried.add(why + ": " + content.orElseThrow().size());
    }

    @Override
    public void publish(Publication publication) throws QueueException {
      if (queueIsBroken) {
        throw new QueueException("The broker is gone");
      }
      if (!publication.isEmpty()) {
        published.add(publication);
      }
    }
  }

  private final class RememberingLog extends MailLog {
    RememberingLog() {
      super(new TraceBacklog(0), Clock.fixed(QUEUED, ZoneOffset.UTC), new MailCounters());
    }

    @Override
    public void outcome(
        QueueId id,
        ReversePath from,
        RecipientOutcome outcome,
        int attempt,
        String nextHop,
        Duration age) {
      if (logIsBroken) {
        throw new IllegalStateException("The log is full");
      }
      logged.add(
          outcome.getClass().getSimpleName()
              + " "
              + outcome.recipient().path()
              + " "
              + outcome.diagnosis().stage()
              + " "
              + outcome.diagnosis().status());
    }

    @Override
    public void notified(
        QueueId id, QueueId about, List<EnvelopeRecipient> recipients, long size, String action) {
      logged.add("notified " + recipients.get(0).path() + " " + action);
    }

    @Override
    public void untold(QueueId id, RecipientOutcome.Failed failed) {
      logged.add("untold " + failed.recipient().path() + " " + failed.diagnosis().status());
    }
  }
}
