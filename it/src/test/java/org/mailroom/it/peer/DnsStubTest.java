package org.mailroom.it.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DnsStubTest {

  private final DnsStub dns;

  DnsStubTest() throws IOException {
    dns = new DnsStub(0);
  }

  @AfterEach
  void close() {
    dns.close();
  }

  @Test
  void answersWithTheRecordsOfAName() throws IOException {
    dns.mx("corp.test", 10, "mx1.corp.test").mx("corp.test", 20, "mx2.corp.test");
    dns.address("mx1.corp.test", "127.0.0.9").address("mx1.corp.test", "::1");
    assertThat(lookup("corp.test", Type.MX).getAnswers())
        .extracting(Record::rdataToString)
        .containsExactlyInAnyOrder("10 mx1.corp.test.", "20 mx2.corp.test.");
    assertThat(lookup("mx1.corp.test", Type.A).getAnswers()).hasSize(1);
    assertThat(lookup("MX1.corp.test", Type.AAAA).getAnswers()).hasSize(1);
  }

  @Test
  void tellsANameWithoutRecordsFromNoName() throws IOException {
    dns.exists("empty.test");
    assertThat(lookup("empty.test", Type.MX).getResult()).isEqualTo(Lookup.TYPE_NOT_FOUND);
    assertThat(lookup("nobody.test", Type.MX).getResult()).isEqualTo(Lookup.HOST_NOT_FOUND);
  }

  @Test
  void failsAndKeepsSilentOnRequest() throws IOException {
    dns.servfail("broken.test").silent("mute.test");
    assertThat(lookup("broken.test", Type.MX).getResult()).isEqualTo(Lookup.TRY_AGAIN);
    assertThat(lookup("mute.test", Type.MX).getResult()).isEqualTo(Lookup.TRY_AGAIN);
  }

  private Lookup lookup(String name, int type) throws IOException {
    SimpleResolver resolver = new SimpleResolver("127.0.0.1");
    resolver.setPort(dns.port());
    resolver.setTimeout(Duration.ofMillis(300));
    Lookup lookup = new Lookup(name + ".", type);
    lookup.setResolver(resolver);
    lookup.setCache(null);
    lookup.run();
    return lookup;
  }
}
