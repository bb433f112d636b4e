package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.mailroom.directory.Route;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.MessageContent;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.NextHop;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.SmtpClientPool;

/** Sends a mail to a next hop, in the {@linkplain HopManners manner} that is set for it. */
@Singleton
public class HopSender {

  private final SmtpClientPool clients;
  private final MailExchangers dns;
  private final HopManners manners;

  /** A sender over the hub's connections. */
  @Inject
  public HopSender(SmtpClientPool clients, MailExchangers dns, Settings settings) {
    this.clients = clients;
    this.dns = dns;
    this.manners = new HopManners(settings);
  }

  /**
   * Tries the hosts of the hop, for recipients that no earlier one has settled.
   *
   * @param route by which the mail came to the hop, if by one
   * @throws IOException when the content can't be read
   */
  HopResult send(NextHop hop, Optional<Route> route, Envelope envelope, MessageContent content)
      throws IOException {
    HopManner manner = manners.of(hop, route);
    return new HopTrial(
            clients,
            dns,
            hop,
            manner.startTls(),
            manner.credentials(),
            manner.lmtp(),
            envelope,
            content)
        .run();
  }
}
