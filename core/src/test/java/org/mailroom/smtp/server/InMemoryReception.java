package org.mailroom.smtp.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.sasl.Logins;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.transport.OpenSessions;
import org.mailroom.transport.ServerTls;

/**
 * A hub in memory, for tests: {@code hub.test}, which takes mail for its own domain from anybody
 * and for other domains from trusted clients, and knows no {@code nobody@hub.test}.
 */
public final class InMemoryReception implements Reception, ReceptionPolicy {

  /**
   * A mail that was taken.
   *
   * @param text its octets, each as one character, with the trace field in front
   */
  public record Taken(
      QueueId id,
      Envelope envelope,
      String client,
      Optional<Address> user,
      String helo,
      String protocol,
      String text) {

    /** What the client sent, as one character an octet. */
    public String contentOfClient() {
      int date = text.indexOf(";\r\n\t") + 4;
      return text.substring(text.indexOf("\r\n", date) + 2);
    }
  }

  private static final Domain OWN = Domain.of("hub.test");

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<Integer> refusals = new CopyOnWriteArrayList<>();
  private final QueueIdSource queueIds = new QueueIdSource(Clock.systemUTC());
  private volatile Spool spool = new Spool(Path.of("/nonexistent/spool"), 64 << 20);
  private volatile SmtpServerLimits limits = SmtpServerLimits.DEFAULTS;
  private volatile Predicate<InetAddress> trusted = InetAddress::isLoopbackAddress;
  private volatile Supplier<Optional<SmtpReply>> mailRefusal = Optional::empty;
  private volatile Supplier<Optional<SmtpReply>> connectionRefusal = Optional::empty;
  private volatile Overhearing overhearing = Overhearing.NONE;
  private volatile Optional<Logins> logins = Optional.empty();
  private volatile ForwardPath postmaster = ForwardPath.parse("postmaster@hub.test");
  private volatile Function<ReceivedMail, ReceptionOutcome> answer =
      mail -> new ReceptionOutcome.Accepted();

  /** Sets what sessions are limited to. */
  public void limitTo(SmtpServerLimits newLimits) {
    limits = newLimits;
  }

  /** Sets where content goes; at first it stays in memory, up to 64 MiB. */
  public void spoolTo(Spool newSpool) {
    spool = newSpool;
  }

  /** Sets who is trusted; at first the loopback addresses are. */
  public void trust(Predicate<InetAddress> newTrusted) {
    trusted = newTrusted;
  }

  /** Sets the refusal of MAIL, if any. */
  public void answerMail(Supplier<Optional<SmtpReply>> refusal) {
    mailRefusal = refusal;
  }

  /** Sets the refusal of connections, if any. */
  public void answerConnection(Supplier<Optional<SmtpReply>> refusal) {
    connectionRefusal = refusal;
  }

  /** Sets who postmaster is. */
  public void postmasterIs(ForwardPath newPostmaster) {
    postmaster = newPostmaster;
  }

  /** Sets what becomes of a mail; only an accepted one is among {@link #taken}. */
  public void answer(Function<ReceivedMail, ReceptionOutcome> newAnswer) {
    answer = newAnswer;
  }

  /** The mails taken, in order. */
  public List<Taken> taken() {
    return taken;
  }

  /** What listeners reported, in order. */
  public List<String> events() {
    return events;
  }

  /** The codes of the refusals that were reported, in order. */
  public List<Integer> refusals() {
    return refusals;
  }

  /** Sets who hears conversations. */
  public void hear(Overhearing newOverhearing) {
    overhearing = newOverhearing;
  }

  @Override
  public Overhearing overhearing() {
    return overhearing;
  }

  @Override
  public void refused(SmtpReply reply) {
    refusals.add(reply.code());
  }

  @Override
  public ReceptionPolicy policy() {
    return this;
  }

  @Override
  public ReceptionOutcome receive(ReceivedMail mail) {
    ReceptionOutcome outcome = answer.apply(mail);
    if (outcome instanceof ReceptionOutcome.Accepted) {
      taken.add(read(mail));
    }
    return outcome;
  }

  private static Taken read(ReceivedMail mail) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      mail.content().writeTo(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Taken(
        mail.id(),
        mail.envelope(),
        mail.peer().client().getHostAddress(),
        mail.peer().user(),
        mail.helo(),
        mail.protocol(),
        octets.toString(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void listenerOpened(String name, InetSocketAddress address, OpenSessions sessions) {
    events.add(name + " opened");
  }

  @Override
  public void listenerClosed(String name) {
    events.add(name + " closed");
  }

  @Override
  public void listenerFailed(String name, String reason) {
    events.add(name + " failed: " + reason);
  }

  @Override
  public String hostname() {
    return OWN.text();
  }

  @Override
  public SmtpServerLimits limits() {
    return limits;
  }

  @Override
  public Spool spool() {
    return spool;
  }

  @Override
  public QueueIdSource queueIds() {
    return queueIds;
  }

  @Override
  public boolean isTrusted(InetAddress client) {
    return trusted.test(client);
  }

  @Override
  public Optional<SmtpReply> refuseConnection(InetAddress client) {
    return connectionRefusal.get();
  }

  @Override
  public Optional<SmtpReply> refuseMail(Peer peer, ReversePath reversePath) {
    boolean forged =
        peer.user().isPresent()
            && reversePath.address().isPresent()
            && !reversePath.address().equals(peer.user());
    return forged ? Optional.of(SmtpReply.of(553, "5.7.1", "Not yours")) : mailRefusal.get();
  }

  @Override
  public Optional<SmtpReply> refuseRecipient(
      Peer peer, ReversePath reversePath, ForwardPath recipient) {
    if (recipient.domain().equals(OWN)) {
      return recipient.address().localPart().equals("nobody")
          ? Optional.of(SmtpReply.of(550, "5.1.1", "No such user"))
          : Optional.empty();
    }
    return peer.user().isPresent() || isTrusted(peer.client())
        ? Optional.empty()
        : Optional.of(SmtpReply.of(550, "5.7.1", "Relaying denied"));
  }

  /** Sets who may log in; at first nobody may. */
  public void letIn(Logins newLogins) {
    logins = Optional.of(newLogins);
  }

  @Override
  public Optional<ServerTls> tls() {
    return Optional.empty();
  }

  @Override
  public Optional<Logins> logins() {
    return logins;
  }

  @Override
  public ForwardPath postmaster() {
    return postmaster;
  }
}
