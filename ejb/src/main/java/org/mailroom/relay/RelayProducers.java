package org.mailroom.relay;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.mailroom.directory.Directory;
import org.mailroom.retry.MailAges;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.MxRouter;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.OwnHosts;
import org.mailroom.routing.Router;
import org.mailroom.routing.SmartHostRouter;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.SmtpClient;
import org.mailroom.smtp.client.SmtpClientPool;
import org.mailroom.smtp.client.SocketConnector;

/** Makes the router and the SMTP client as the settings describe them, once each. */
@Singleton
public class RelayProducers {

  @Produces
  @Singleton
  Router router(
      Directory directory,
      DestinationGate gate,
      Settings settings,
      MailExchangers dns,
      RandomGenerator random)
      throws SocketException {
    return new DirectoryRouter(directory, withoutRoutes(settings, dns, random), gate::tryNow);
  }

  private static Router withoutRoutes(Settings settings, MailExchangers dns, RandomGenerator random)
      throws SocketException {
    if (settings.smartHost().isPresent()) {
      String name = settings.smartHost().get().host();
      return new SmartHostRouter(new Host(name, settings.smartHost().get().port()));
    }
    return byMx(settings, dns, random);
  }

  @Produces
  @Singleton
  ChosenRoutes chosenRoutes(Settings settings, MailExchangers dns, RandomGenerator random)
      throws SocketException {
    return new ChosenRoutes(byMx(settings, dns, random));
  }

  private static Router byMx(Settings settings, MailExchangers dns, RandomGenerator random)
      throws SocketException {
    return new MxRouter(dns, ownHosts(settings), settings.remoteSmtpPort(), random);
  }

  @Produces
  @Singleton
  SmtpClientPool clients(Settings settings) throws GeneralSecurityException {
    SmtpClient client =
        new SmtpClient(
            new SocketConnector(SSLContext.getDefault()),
            settings.hostname(),
            settings.remoteTimeouts(),
            System::nanoTime);
    return new SmtpClientPool(client, System::nanoTime);
  }

  @Produces
  @Singleton
  MailAges ages(Clock clock) {
    return new MailAges(clock, System::nanoTime);
  }

  void close(@Disposes SmtpClientPool clients) {
    clients.close();
  }

  private static OwnHosts ownHosts(Settings settings) throws SocketException {
    boolean samePort = settings.ports().smtp() == settings.remoteSmtpPort();
    return new OwnHosts(settings.hostname(), samePort ? listening(settings.bind()) : Set.of());
  }

  private static Set<InetAddress> listening(InetAddress bind) throws SocketException {
    return bind.isAnyLocalAddress()
        ? NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .collect(Collectors.toSet())
        : Set.of(bind);
  }
}
