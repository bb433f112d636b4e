package org.mailroom.reception;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import org.mailroom.directory.Directory;
import org.mailroom.guard.IntakeGuard;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.server.ReceptionPolicy;
import org.mailroom.smtp.server.SmtpServerLimits;

/**
 * Who may send where: trusted networks anywhere, everybody to postmaster and the relay domains. An
 * answer takes a look at memory and nothing else.
 */
@Singleton
public class HubReceptionPolicy implements ReceptionPolicy {

  private static final SmtpReply RELAYING_DENIED =
      SmtpReply.of(550, "5.7.1", "Relaying denied: this hub takes no mail for that domain");

  private final Settings settings;
  private final Directory directory;
  private final Spool spool;
  private final QueueIdSource queueIds;
  private final IntakeGuard guard;
  private final SmtpServerLimits limits;
  private final SmtpServerLimits limitsInNeed;
  private final ForwardPath postmaster;

  /** The rules that the settings and the directory make. */
  @Inject
  public HubReceptionPolicy(
      Settings settings,
      Directory directory,
      Spool spool,
      QueueIdSource queueIds,
      IntakeGuard guard) {
    this.settings = settings;
    this.directory = directory;
    this.spool = spool;
    this.queueIds = queueIds;
    this.guard = guard;
    this.limits = SmtpServerLimits.DEFAULTS.withMessageSize(settings.messageSize());
    this.limitsInNeed = limits.overloaded();
    this.postmaster = new ForwardPath(new Address("postmaster", settings.domain()));
  }

  @Override
  public String hostname() {
    return settings.hostname().ascii();
  }

  @Override
  public SmtpServerLimits limits() {
    return guard.isMemoryShort() ? limitsInNeed : limits;
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
    return directory.snapshot().trusted(client).isPresent();
  }

  @Override
  public Optional<SmtpReply> refuseConnection(InetAddress client) {
    return guard.refuseConnection();
  }

  @Override
  public Optional<SmtpReply> refuseMail(InetAddress client, ReversePath reversePath) {
    return guard.refuseMail(isTrusted(client));
  }

  @Override
  public Optional<SmtpReply> refuseRecipient(
      InetAddress client, ReversePath reversePath, ForwardPath recipient) {
    boolean accepted =
        directory.snapshot().isRelayed(recipient.domain())
            || isPostmaster(recipient)
            || isTrusted(client);
    return accepted ? Optional.empty() : Optional.of(RELAYING_DENIED);
  }

  @Override
  public ForwardPath postmaster() {
    return postmaster;
  }

  private boolean isPostmaster(ForwardPath recipient) {
    return recipient.domain().equals(settings.domain())
        && recipient.address().localPart().equalsIgnoreCase("postmaster");
  }
}
