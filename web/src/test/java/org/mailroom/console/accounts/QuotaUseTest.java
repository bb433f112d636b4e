package org.mailroom.console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.console.Phrases;
import org.mailroom.directory.Account;
import org.mailroom.mail.Address;
import org.mailroom.store.AccountUse;

class QuotaUseTest {

  private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, Instant.EPOCH);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 2048, 1, 2 KB, 1 message, 0, roomy, false",
    "4096, 0, 2048, 2, 2 KB of 4 KB, 2 messages, 50, roomy, true",
    "4096, 10, 1024, 9, 1 KB of 4 KB, 9 of 10 messages, 90, nearly, true",
    "1024, 0, 4096, 3, 4 KB of 1 KB, 3 messages, 100, full, true",
  })
  void theQuotaNearestToItsEndCounts(
      long octets,
      long messages,
      long used,
      long kept,
      String text,
      String inMessages,
      int percent,
      String level,
      boolean limited) {
    Account account =
        new Account(
            1,
            Address.parse("ann@corp.test"),
            "",
            octets,
            messages,
            true,
            Set.of(),
            Locale.ENGLISH,
            Set.of(),
            List.of(),
            true,
            Set.of());
    QuotaUse use = QuotaUse.of(account, new AccountUse(used, kept), ENGLISH);
    assertThat(use).isEqualTo(new QuotaUse(text, inMessages, percent, limited));
    assertThat(use.level()).isEqualTo(level);
  }
}
