package org.mailroom.smtp.client;

import java.util.Optional;
import org.mailroom.mail.Domain;
import org.mailroom.sasl.Credentials;
import org.mailroom.smtp.SmtpReply;

/** The dialogue before the first mail: greeting, EHLO or LHLO, STARTTLS, that again, and AUTH. */
final class Opening {

  private final Conversation conversation;
  private final SmtpPeer peer;
  private final Domain ownName;
  private final SmtpClientTimeouts timeouts;
  private Stage stage = Stage.GREETING;
  private boolean secure;

  Opening(Conversation conversation, SmtpPeer peer, Domain ownName, SmtpClientTimeouts timeouts) {
    this.conversation = conversation;
    this.peer = peer;
    this.ownName = ownName;
    this.timeouts = timeouts;
  }

  /** What the server offers, under TLS if there is any. */
  Extensions open() throws SessionNotOpenedException {
    try {
      require(conversation.reply(timeouts.greeting()));
      stage = Stage.EHLO;
      Extensions offered = hello();
      if (peer.startTls() != StartTls.NEVER) {
        offered = startTls(offered);
      }
      if (peer.credentials().isPresent()) {
        authenticate(peer.credentials().get(), offered);
      }
      return offered;
    } catch (ConnectionLostException e) {
      throw new SessionNotOpenedException(new Report.NoAnswer(stage, e.getMessage()));
    } catch (ClosingException e) {
      throw new SessionNotOpenedException(new Report.Refused(stage, e.reply()));
    }
  }

  private Extensions hello()
      throws ConnectionLostException, ClosingException, SessionNotOpenedException {
    String verb = peer.lmtp() ? "LHLO " : "EHLO ";
    SmtpReply ehlo = conversation.ask(verb + ownName.ascii(), timeouts.ehlo());
    stage = Stage.EHLO;
    if (!ehlo.isPermanent() || peer.lmtp()) {
      require(ehlo);
      return Extensions.of(ehlo);
    }
    require(conversation.ask("HELO " + ownName.ascii(), timeouts.ehlo()));
    return Extensions.NONE;
  }

  /**
   * The stage lasts until the server has spoken under TLS: where it doesn't like the handshake, a
   * client of TLS 1.3 hears of that only then.
   */
  private Extensions startTls(Extensions offered)
      throws ConnectionLostException, ClosingException, SessionNotOpenedException {
    stage = Stage.STARTTLS;
    if (!offered.startTls()) {
      if (peer.startTls().allowsPlain()) {
        return offered;
      }
      sayQuit();
      throw new SessionNotOpenedException(
          new Report.NoAnswer(stage, "TLS is required and the server doesn't offer STARTTLS"));
    }
    SmtpReply reply = conversation.ask("STARTTLS", timeouts.startTls());
    if (!reply.isPositive() && peer.startTls().allowsPlain()) {
      return offered;
    }
    require(reply);
    conversation.startTls(peer.name(), peer.startTls() == StartTls.VERIFIED, timeouts.startTls());
    secure = true;
    return hello();
  }

  private void authenticate(Credentials credentials, Extensions offered)
      throws ConnectionLostException, ClosingException, SessionNotOpenedException {
    stage = Stage.AUTH;
    Optional<Report> refusal =
        secure || peer.isThisMachine()
            ? new Authentication(conversation, timeouts, credentials).run(offered)
            : Optional.of(
                new Report.NoAnswer(
                    stage, "a password is sent over TLS only, and the server has none to offer"));
    if (refusal.isPresent()) {
      sayQuit();
      throw new SessionNotOpenedException(refusal.get());
    }
  }

  private void require(SmtpReply reply) throws ConnectionLostException, SessionNotOpenedException {
    if (reply.isIntermediate()) {
      throw new ConnectionLostException("answered " + reply.code());
    }
    if (!reply.isPositive()) {
      sayQuit();
      throw new SessionNotOpenedException(new Report.Refused(stage, reply));
    }
  }

  private void sayQuit() {
    try {
      conversation.say("QUIT");
    } catch (ConnectionLostException e) {
      // It was a courtesy.
    }
  }
}
