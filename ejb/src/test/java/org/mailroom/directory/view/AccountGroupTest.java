package org.mailroom.directory.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.mail.Address;
import org.mailroom.store.AccountUse;

class AccountGroupTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 5000, 5000, false",
    "1000, 0, 899, 1, false",
    "1000, 0, 900, 1, true",
    "0, 10, 5000, 8, false",
    "0, 10, 5000, 9, true",
    "1, 0, 0, 0, false",
  })
  void nearlyFullIsNineTenthsOfAQuota(
      long octets, long messages, long used, long kept, boolean full) {
    Account account = account(octets, messages, true, Set.of());
    assertThat(AccountGroup.FULL.has(account, new AccountUse(used, kept))).isEqualTo(full);
  }

  @Test
  void staffMayDoSomething() {
    assertThat(AccountGroup.STAFF.has(account(0, 0, true, Set.of()), AccountUse.NOTHING)).isFalse();
    assertThat(AccountGroup.STAFF.has(account(0, 0, true, Set.of(Role.USER)), AccountUse.NOTHING))
        .isFalse();
    assertThat(
            AccountGroup.STAFF.has(account(0, 0, true, Set.of(Role.AUDITOR)), AccountUse.NOTHING))
        .isTrue();
  }

  @Test
  void anUnknownKeyMeansAll() {
    assertThat(AccountGroup.of("disabled")).isEqualTo(AccountGroup.DISABLED);
    assertThat(AccountGroup.of("x")).isEqualTo(AccountGroup.ALL);
  }

  private static Account account(long octets, long messages, boolean enabled, Set<Role> roles) {
    return new Account(
        1,
        Address.parse("ann@corp.test"),
        "",
        octets,
        messages,
        enabled,
        roles,
        Locale.ENGLISH,
        Set.of(),
        List.of(),
        true,
        Set.of());
  }
}
