package org.mailroom.smtp.server;

import java.net.InetAddress;
import java.util.Optional;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.sasl.Logins;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.transport.ServerTls;

/**
 * The hub's rules for sessions. Each answer comes from memory, in microseconds: no I/O, no lock.
 * Safe for any number of threads.
 */
public interface ReceptionPolicy {

  /** The hub's name in greeting, EHLO and {@code Received}. */
  String hostname();

  /**
   * What sessions are limited to, now. While three quarters of the connections are in use, the
   * server takes {@link SmtpServerLimits#overloaded} of it by itself.
   */
  SmtpServerLimits limits();

  /** Where content is collected; the hub has one. */
  Spool spool();

  /** Names each mail; the hub has one. */
  QueueIdSource queueIds();

  /** True when the client is in a trusted network. */
  boolean isTrusted(InetAddress client);

  /**
   * Whether the client may have a session, asked before the greeting: memory, intake stopped.
   *
   * @return empty when it may, else the refusal, a 421 or a 554
   */
  Optional<SmtpReply> refuseConnection(InetAddress client);

  /**
   * Whether a mail may begin, asked at MAIL: disk, memory, intake stopped, and whether the
   * reverse-path is the user's.
   *
   * @return empty when it may, else the refusal
   */
  Optional<SmtpReply> refuseMail(Peer peer, ReversePath reversePath);

  /**
   * Whether this recipient is accepted, asked at RCPT.
   *
   * @return empty when it is, else the refusal
   */
  Optional<SmtpReply> refuseRecipient(Peer peer, ReversePath reversePath, ForwardPath recipient);

  /** What listeners protect connections with; empty when they don't. */
  Optional<ServerTls> tls();

  /** Who may log in; empty when nobody may, and the server doesn't offer it. */
  Optional<Logins> logins();

  /** The client was told no: a 4yz or 5yz, to whatever it asked. For whoever counts. */
  default void refused(SmtpReply reply) {
    // Nobody counts.
  }

  /** Who hears conversations as they go on. */
  default Overhearing overhearing() {
    return Overhearing.NONE;
  }

  /** Where RCPT TO:&lt;postmaster&gt;, without a domain, goes (RFC 5321, 4.5.1). */
  ForwardPath postmaster();
}
