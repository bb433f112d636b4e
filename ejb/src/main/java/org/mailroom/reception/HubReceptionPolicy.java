package org.mailroom.reception;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import org.mailroom.certificate.Certificates;
import org.mailroom.conversation.Conversations;
import org.mailroom.delivery.ModerationAddress;
import org.mailroom.directory.Account;
import org.mailroom.directory.Directory;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.DistributionList;
import org.mailroom.guard.IntakeGuard;
import org.mailroom.login.HubLogins;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.metrics.MailCounters;
import org.mailroom.sasl.Logins;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.server.Overhearing;
import org.mailroom.smtp.server.Peer;
import org.mailroom.smtp.server.ReceptionPolicy;
import org.mailroom.smtp.server.SmtpServerLimits;
import org.mailroom.store.AccountUses;
import org.mailroom.transport.ServerTls;

/**
 * Who may send where: users, in their own name, and trusted networks anywhere, everybody to
 * postmaster and the relay domains. An answer takes a look at memory and nothing else.
 */
@Singleton
public class HubReceptionPolicy implements ReceptionPolicy {

  private static final SmtpReply RELAYING_DENIED =
      SmtpReply.of(550, "5.7.1", "Relaying denied: this hub takes no mail for that domain");

  private static final SmtpReply NO_SUCH_RECIPIENT =
      SmtpReply.of(550, "5.1.1", "No such recipient here");
  private static final SmtpReply NOT_TO_THE_LIST =
      SmtpReply.of(550, "5.7.2", "The sender may not send to this list");
  private static final SmtpReply NO_MODERATOR =
      SmtpReply.of(550, "5.7.2", "Only moderators decide about mail to a list");
  private static final SmtpReply MAILBOX_FULL =
      SmtpReply.of(452, "4.2.2", "The mailbox is full; try again later");
  private static final SmtpReply NOT_YOURS =
      SmtpReply.of(553, "5.7.1", "The sender is not an address of this user");

  private final Settings settings;
  private final Directory directory;
  private final AccountUses uses;
  private final Spool spool;
  private final QueueIdSource queueIds;
  private final IntakeGuard guard;
  private final Certificates certificates;
  private final HubLogins logins;
  private final MailCounters counters;
  private final Conversations conversations;
  private final SmtpServerLimits limits;
  private final SmtpServerLimits limitsInNeed;
  private final ForwardPath postmaster;

  /** The rules that the settings and the directory make. */
  @Inject
  public HubReceptionPolicy(
      Settings settings,
      Directory directory,
      AccountUses uses,
      Spool spool,
      QueueIdSource queueIds,
      IntakeGuard guard,
      Certificates certificates,
      HubLogins logins,
      MailCounters counters,
      Conversations conversations) {
    this.settings = settings;
    this.directory = directory;
    this.uses = uses;
    this.spool = spool;
    this.queueIds = queueIds;
    this.guard = guard;
    this.certificates = certificates;
    this.logins = logins;
    this.counters = counters;
    this.conversations = conversations;
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
  public Optional<SmtpReply> refuseMail(Peer peer, ReversePath reversePath) {
    if (peer.user().isPresent() && !maySendAs(peer.user().get(), reversePath)) {
      return Optional.of(NOT_YOURS);
    }
    return guard.refuseMail(isKnown(peer));
  }

  /** The null reverse-path is for notices, such as that of a mail that was read (RFC 8098). */
  private boolean maySendAs(Address user, ReversePath reversePath) {
    DirectorySnapshot now = directory.snapshot();
    Optional<Account> account = now.account(user);
    return account.isPresent()
        && reversePath.address().map(from -> now.maySendAs(account.get(), from)).orElse(true);
  }

  /** Where a mail of this peer comes from, as far as the hub believes it. */
  public Origin origin(Peer peer) {
    return new Origin(peer.client().getHostAddress(), peer.user(), !isKnown(peer));
  }

  private boolean isKnown(Peer peer) {
    return peer.user().isPresent() || isTrusted(peer.client());
  }

  @Override
  public Optional<SmtpReply> refuseRecipient(
      Peer peer, ReversePath reversePath, ForwardPath recipient) {
    DirectorySnapshot now = directory.snapshot();
    if (now.isLocal(recipient.domain())) {
      return refuseLocal(recipient, reversePath, origin(peer), now);
    }
    boolean accepted =
        now.isRelayed(recipient.domain()) || isPostmaster(recipient) || isKnown(peer);
    return accepted ? Optional.empty() : Optional.of(RELAYING_DENIED);
  }

  /**
   * Whom nobody has, and what a list doesn't take, is refused here, and not reported later to a
   * sender who may be forged.
   */
  private Optional<SmtpReply> refuseLocal(
      ForwardPath recipient, ReversePath from, Origin origin, DirectorySnapshot now) {
    if (!now.isKnown(recipient)) {
      return Optional.of(NO_SUCH_RECIPIENT);
    }
    Optional<DistributionList> list = now.list(recipient.address());
    if (list.isPresent()) {
      return refuseList(recipient, list.get(), from, origin, now);
    }
    return now.mailbox(recipient.address()).filter(this::isFull).map(full -> MAILBOX_FULL);
  }

  private static Optional<SmtpReply> refuseList(
      ForwardPath recipient,
      DistributionList list,
      ReversePath from,
      Origin origin,
      DirectorySnapshot now) {
    if (ModerationAddress.isRefused(recipient.address(), from, origin, now)) {
      return Optional.of(NO_MODERATOR);
    }
    return now.mayPost(list, from, origin) ? Optional.empty() : Optional.of(NOT_TO_THE_LIST);
  }

  private boolean isFull(Account account) {
    return uses.of(account.id()).isFull(account.quotaOctets(), account.quotaMessages());
  }

  @Override
  public Optional<ServerTls> tls() {
    return Optional.of(certificates.tls());
  }

  @Override
  public Optional<Logins> logins() {
    return Optional.of(logins);
  }

  @Override
  public void refused(SmtpReply reply) {
    counters.refused(reply);
  }

  @Override
  public Overhearing overhearing() {
    return conversations;
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
