package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.MessageContent;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.NextHop;
import org.mailroom.settings.Settings;
import org.mailroom.settings.TlsDemand;
import org.mailroom.smtp.client.SmtpClientPool;
import org.mailroom.smtp.client.StartTls;

/** Sends a mail to a next hop, with the TLS that the settings demand of it. */
@Singleton
public class HopSender {

  private final SmtpClientPool clients;
  private final MailExchangers dns;
  private final StartTls towardsConfigured;

  /** A sender over the hub's connections. */
  @Inject
  public HopSender(SmtpClientPool clients, MailExchangers dns, Settings settings) {
    this.clients = clients;
    this.dns = dns;
    this.towardsConfigured = startTls(settings.smartHostTls());
  }

  /**
   * Tries the hosts of the hop, for recipients that no earlier one has settled.
   *
   * @throws IOException when the content can't be read
   */
  HopResult send(NextHop hop, Envelope envelope, MessageContent content) throws IOException {
    StartTls startTls = hop.configured() ? towardsConfigured : StartTls.IF_OFFERED;
    return new HopTrial(clients, dns, hop, startTls, envelope, content).run();
  }

  private static StartTls startTls(TlsDemand demand) {
    return switch (demand) {
      case NONE -> StartTls.NEVER;
      case OPPORTUNISTIC -> StartTls.IF_OFFERED;
      case REQUIRED -> StartTls.REQUIRED;
      case VERIFIED -> StartTls.VERIFIED;
    };
  }
}
