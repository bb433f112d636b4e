package org.mailroom.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;
import org.mailroom.routing.MailExchangers.DnsUnavailableException;
import org.mailroom.routing.MailExchangers.MailExchanger;
import org.mailroom.routing.MailExchangers.NoSuchDomainException;

/** What every {@link MailExchangers} keeps to. */
public interface MailExchangersContract {

  /** The zone of the contract's tests, to be filled before {@link #exchangers} is asked. */
  interface Zone {
    void mx(String domain, int preference, String host);

    void address(String host, String address);

    void exists(String name);

    void fails(String name);
  }

  Zone zone();

  MailExchangers exchangers();

  @Test
  default void allMxRecordsComeWithTheirPreferencesAndWithoutTrailingDots() throws Exception {
    zone().mx("far.test", 20, "mx2.far.test");
    zone().mx("far.test", 10, "mx1.far.test");

    assertThat(exchangers().mailExchangers(Domain.of("far.test")))
        .containsExactlyInAnyOrder(
            new MailExchanger(10, "mx1.far.test"), new MailExchanger(20, "mx2.far.test"));
  }

  @Test
  default void aNullMxIsADotAlone() throws Exception {
    zone().mx("silent.test", 0, ".");

    assertThat(exchangers().mailExchangers(Domain.of("silent.test")))
        .containsExactly(new MailExchanger(0, "."));
  }

  @Test
  default void aDomainWithoutMxIsAnEmptyList() throws Exception {
    zone().address("host.test", "127.0.0.9");

    assertThat(exchangers().mailExchangers(Domain.of("host.test"))).isEmpty();
  }

  @Test
  default void noSuchDomainIsAnException() {
    assertThatThrownBy(() -> exchangers().mailExchangers(Domain.of("nowhere.test")))
        .isInstanceOf(NoSuchDomainException.class);
  }

  @Test
  default void servfailIsAnException() {
    zone().fails("broken.test");

    assertThatThrownBy(() -> exchangers().mailExchangers(Domain.of("broken.test")))
        .isInstanceOf(DnsUnavailableException.class);
    assertThatThrownBy(() -> exchangers().addresses("broken.test"))
        .isInstanceOf(DnsUnavailableException.class);
  }

  @Test
  default void addressesAreOfBothFamilies() throws Exception {
    zone().address("mx1.far.test", "127.0.0.9");
    zone().address("mx1.far.test", "::1");

    assertThat(exchangers().addresses("mx1.far.test"))
        .containsExactlyInAnyOrder(IpLiteral.parse("127.0.0.9"), IpLiteral.parse("::1"));
  }

  @Test
  default void aHostWithoutAddressesOrWithoutANameHasNone() throws Exception {
    zone().exists("empty.test");

    assertThat(exchangers().addresses("empty.test")).isEmpty();
    assertThat(exchangers().addresses("nowhere.test")).isEmpty();
  }

  @Test
  default void aChineseDomainIsLookedUpByItsALabels() throws Exception {
    zone().mx("xn--fsqu00a.test", 10, "mx1.far.test");

    assertThat(exchangers().mailExchangers(Domain.of("例子.test")))
        .containsExactly(new MailExchanger(10, "mx1.far.test"));
  }
}
