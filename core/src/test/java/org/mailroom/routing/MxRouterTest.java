package org.mailroom.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.routing.RoutingResult.TryLater;
import org.mailroom.routing.RoutingResult.Unroutable;

class MxRouterTest {

  private final InMemoryExchangers dns =
      new InMemoryExchangers()
          .mx("far.test", 20, "MX2.far.test")
          .mx("far.test", 10, "mx1.far.test")
          .mx("far.test", 30, "mx2.far.test")
          .address("host.test", "192.0.2.9")
          .exists("empty.test")
          .mx("null.test", 0, ".")
          .mx("halfnull.test", 0, ".")
          .mx("halfnull.test", 10, "mx1.far.test")
          .fails("broken.test")
          .mx("ours.test", 10, "hub.corp.test")
          .mx("ours.test", 20, "mx1.far.test")
          .mx("backup.test", 10, "mx1.far.test")
          .mx("backup.test", 20, "mx2.far.test")
          .mx("backup.test", 20, "HUB.corp.test")
          .mx("backup.test", 30, "mx3.far.test")
          .mx("hidden.test", 10, "mx1.far.test")
          .mx("hidden.test", 20, "alias.corp.test")
          .address("alias.corp.test", "192.0.2.1")
          .address("hub.corp.test", "192.0.2.1")
          .address("self.test", "192.0.2.1")
          .mx("unsure.test", 10, "broken.test");

  private final MxRouter router = router(Set.of(IpLiteral.parse("192.0.2.1")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          far.test       | mx1.far.test,MX2.far.test | mx1.far.test,mx2.far.test
          host.test      | host.test                 | host.test
          halfnull.test  | mx1.far.test              | mx1.far.test
          backup.test    | mx1.far.test              | mx1.far.test,hub.corp.test,mx2.far.test,mx3.far.test
          hidden.test    | mx1.far.test              | mx1.far.test,alias.corp.test
          unsure.test    | broken.test               | broken.test
          [192.0.2.7]    | 192.0.2.7                 | [192.0.2.7]
          [IPv6:2001:db8::1] | 2001:db8:0:0:0:0:0:1  | [ipv6:2001:db8::1]
          """)
  void mailGoesTo(String domain, String hosts, String key) {
    NextHop nextHop = ((Found) router.resolve(Domain.of(domain))).nextHop();

    assertThat(nextHop.hosts()).extracting(Host::name).containsExactly(hosts.split(",", -1));
    assertThat(nextHop.hosts()).extracting(Host::port).containsOnly(2525);
    assertThat(nextHop.key()).isEqualTo(key);
    assertThat(nextHop.configured()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.test, 5.1.2",
    "null.test, 5.1.10",
    "empty.test, 5.4.4",
    "ours.test, 5.4.6",
    "hub.corp.test, 5.4.6",
    "self.test, 5.4.6",
    "[192.0.2.1], 5.4.6"
  })
  void thereIsNoWayTo(String domain, String status) {
    assertThat(((Unroutable) router.resolve(Domain.of(domain))).status()).hasToString(status);
  }

  @Test
  void withoutAnAnswerFromDnsTheMailWaits() {
    assertThat(((TryLater) router.resolve(Domain.of("broken.test"))).status()).hasToString("4.4.3");
  }

  @Test
  void anAddressOfOursOnAnotherPortIsSomebodyElse() {
    assertThat(router(Set.of()).resolve(Domain.of("self.test"))).isInstanceOf(Found.class);
    assertThat(router(Set.of()).resolve(Domain.of("[192.0.2.1]"))).isInstanceOf(Found.class);
  }

  @Test
  void equalsComeInEachOrderUnderOneKey() {
    dns.mx("twins.test", 10, "a.test").mx("twins.test", 10, "b.test").mx("twins.test", 20, "c");
    Set<List<String>> orders = new HashSet<>();
    Set<String> keys = new HashSet<>();

    for (int i = 0; i < 100; i++) {
      NextHop nextHop = ((Found) router.resolve(Domain.of("twins.test"))).nextHop();
      orders.add(nextHop.hosts().stream().map(Host::name).toList());
      keys.add(nextHop.key());
    }

    assertThat(orders)
        .containsExactlyInAnyOrder(
            List.of("a.test", "b.test", "c"), List.of("b.test", "a.test", "c"));
    assertThat(keys).containsExactly("a.test,b.test,c");
  }

  @Test
  void eachDomainIsAGroupOfItsOwnWithoutAskingDns() {
    assertThat(router.group(Domain.of("Broken.Test"))).isEqualTo("broken.test");
    assertThat(router.group(Domain.of("例子.test"))).isEqualTo("xn--fsqu00a.test");
  }

  @Test
  void aSmartHostTakesEverything() {
    SmartHostRouter smart = new SmartHostRouter(new Host("2001:db8::1", 25));

    assertThat(smart.group(Domain.of("far.test"))).isEqualTo("[2001:db8::1]:25");
    NextHop nextHop = ((Found) smart.resolve(Domain.of("null.test"))).nextHop();
    assertThat(nextHop.key()).isEqualTo("[2001:db8::1]:25");
    assertThat(nextHop.configured()).isTrue();
  }

  private MxRouter router(Set<InetAddress> ownAddresses) {
    OwnHosts own = new OwnHosts(Domain.of("hub.corp.test"), ownAddresses);
    return new MxRouter(dns, own, 2525, new Random(1));
  }
}
