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
import org.mailroom.sasl.Credentials;
import org.mailroom.settings.Login;
import org.mailroom.settings.Secret;
import org.mailroom.settings.Settings;
import org.mailroom.settings.TlsDemand;
import org.mailroom.smtp.client.SmtpClientPool;
import org.mailroom.smtp.client.StartTls;

/** Sends a mail to a next hop, with the TLS and the login that the settings have for it. */
@Singleton
public class HopSender {

  private final SmtpClientPool clients;
  private final MailExchangers dns;
  private final StartTls towardsConfigured;
  private final Optional<Credentials> loginAtConfigured;

  /** A sender over the hub's connections. */
  @Inject
  public HopSender(SmtpClientPool clients, MailExchangers dns, Settings settings) {
    this.clients = clients;
    this.dns = dns;
    this.towardsConfigured = startTls(settings.smartHostTls());
    this.loginAtConfigured = settings.smartHostLogin().map(HopSender::credentials);
  }

  /**
   * Tries the hosts of the hop, for recipients that no earlier one has settled.
   *
   * @param route by which the mail came to the hop, if by one
   * @throws IOException when the content can't be read
   */
  HopResult send(NextHop hop, Optional<Route> route, Envelope envelope, MessageContent content)
      throws IOException {
    if (route.isPresent()) {
      return trial(hop, route.get(), envelope, content).run();
    }
    StartTls startTls = hop.configured() ? towardsConfigured : StartTls.IF_OFFERED;
    Optional<Credentials> login = hop.configured() ? loginAtConfigured : Optional.empty();
    return new HopTrial(clients, dns, hop, startTls, login, false, envelope, content).run();
  }

  private HopTrial trial(NextHop hop, Route route, Envelope envelope, MessageContent content) {
    return new HopTrial(
        clients,
        dns,
        hop,
        startTls(route.tls()),
        route.credentials(),
        route.protocol() == Route.Protocol.LMTP,
        envelope,
        content);
  }

  private static StartTls startTls(TlsDemand demand) {
    return switch (demand) {
      case NONE -> StartTls.NEVER;
      case OPPORTUNISTIC -> StartTls.IF_OFFERED;
      case REQUIRED -> StartTls.REQUIRED;
      case VERIFIED -> StartTls.VERIFIED;
    };
  }

  private static Credentials credentials(Login login) {
    return new Credentials(login.user(), login.password().map(Secret::value).orElseThrow());
  }
}
