package org.mailroom.smtp.client;

import javax.net.ssl.SSLSession;
import org.mailroom.smtp.SmtpReply;

/**
 * Hears a conversation as it goes on, on the session's thread. Neither the content of mails nor
 * what is said to log in is told.
 */
public interface Transcript {

  /** Hears nothing. */
  Transcript NONE =
      new Transcript() {
        @Override
        public void connected() {
          // Nobody listens.
        }

        @Override
        public void said(String command) {
          // Nobody listens.
        }

        @Override
        public void heard(SmtpReply reply) {
          // Nobody listens.
        }

        @Override
        public void secured(SSLSession tls) {
          // Nobody listens.
        }
      };

  /** There is a connection; the server's greeting is awaited. */
  void connected();

  /** A command was sent. */
  void said(String command);

  /** The greeting, or the reply to what was said last. */
  void heard(SmtpReply reply);

  /** TLS protects what follows. */
  void secured(SSLSession tls);
}
