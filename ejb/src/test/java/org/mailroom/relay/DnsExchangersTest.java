package org.mailroom.relay;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.MailExchangersContract;
import org.mailroom.settings.HostPort;

class DnsExchangersTest implements MailExchangersContract {

  private final DnsStub dns;
  private final DnsExchangers exchangers;

  DnsExchangersTest() throws IOException {
    dns = new DnsStub();
    exchangers = new DnsExchangers(DnsExchangers.one(new HostPort("127.0.0.1", dns.port())));
  }

  @AfterEach
  void close() {
    dns.close();
  }

  @Override
  public Zone zone() {
    return dns;
  }

  @Override
  public MailExchangers exchangers() {
    return exchangers;
  }
}
