package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mailroom.directory.Route;
import org.mailroom.routing.NextHop;
import org.mailroom.sasl.Credentials;
import org.mailroom.settings.Login;
import org.mailroom.settings.Secret;
import org.mailroom.settings.Settings;
import org.mailroom.settings.TlsDemand;
import org.mailroom.smtp.client.StartTls;

/** Says how next hops are spoken to: as their route has it, or the settings. */
@Singleton
public class HopManners {

  private final StartTls towardsConfigured;
  private final Optional<Credentials> loginAtConfigured;

  /** The manners of these settings. */
  @Inject
  public HopManners(Settings settings) {
    this.towardsConfigured = startTls(settings.smartHostTls());
    this.loginAtConfigured = settings.smartHostLogin().map(HopManners::credentials);
  }

  /**
   * How this one is spoken to.
   *
   * @param route by which a mail comes to the hop, if by one
   */
  public HopManner of(NextHop hop, Optional<Route> route) {
    if (route.isPresent()) {
      return new HopManner(
          startTls(route.get().tls()),
          route.get().credentials(),
          route.get().protocol() == Route.Protocol.LMTP);
    }
    return hop.configured()
        ? new HopManner(towardsConfigured, loginAtConfigured, false)
        : new HopManner(StartTls.IF_OFFERED, Optional.empty(), false);
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
