package org.mailroom.smtp.client;

import org.mailroom.mail.Domain;
import org.mailroom.smtp.SmtpReply;

/** The dialogue before the first mail: greeting, EHLO, STARTTLS, and EHLO again. */
final class Opening {

  private final Conversation conversation;
  private final SmtpPeer peer;
  private final Domain ownName;
  private final SmtpClientTimeouts timeouts;
  private Stage stage = Stage.GREETING;

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
      Extensions offered = hello();
      return peer.startTls() == StartTls.NEVER ? offered : startTls(offered);
    } catch (ConnectionLostException e) {
      throw new SessionNotOpenedException(new Report.NoAnswer(stage, e.getMessage()));
    } catch (ClosingException e) {
      throw new SessionNotOpenedException(new Report.Refused(stage, e.reply()));
    }
  }

  private Extensions hello()
      throws ConnectionLostException, ClosingException, SessionNotOpenedException {
    stage = Stage.EHLO;
    SmtpReply ehlo = conversation.ask("EHLO " + ownName.ascii(), timeouts.ehlo());
    if (!ehlo.isPermanent()) {
      require(ehlo);
      return Extensions.of(ehlo);
    }
    require(conversation.ask("HELO " + ownName.ascii(), timeouts.ehlo()));
    return Extensions.NONE;
  }

  private Extensions startTls(Extensions offered)
      throws ConnectionLostException, ClosingException, SessionNotOpenedException {
    stage = Stage.STARTTLS;
    if (!offered.startTls()) {
      if (peer.startTls().allowsPlain()) {
        return offered;
      }
      throw new SessionNotOpenedException(
          new Report.NoAnswer(stage, "TLS is required and the server doesn't offer STARTTLS"));
    }
    SmtpReply reply = conversation.ask("STARTTLS", timeouts.startTls());
    if (!reply.isPositive() && peer.startTls().allowsPlain()) {
      return offered;
    }
    require(reply);
    conversation.startTls(peer.name(), peer.startTls() == StartTls.VERIFIED, timeouts.startTls());
    return hello();
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
      conversation.out().line("QUIT");
      conversation.out().flush();
    } catch (ConnectionLostException e) {
      // It was a courtesy.
    }
  }
}
