package org.mailroom.it.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.it.peer.RelayedMail;

class LedgerTest {

  private final Ledger ledger = new Ledger("run", 100);

  @Test
  void findsWhatIsMissingTwiceAndDamaged() {
    for (int number = 1; number <= 4; number++) {
      ledger.answered(number, Ledger.Answer.TAKEN);
    }
    ledger.answered(5, Ledger.Answer.REFUSED);
    ledger.answered(6, Ledger.Answer.UNKNOWN);
    ledger.arrived(relayed(text(1)));
    ledger.arrived(relayed(text(2)));
    ledger.arrived(relayed(text(2)));
    ledger.arrived(relayed(text(3).replace("\r\n\r\n", "\r\n\r\nX")));
    ledger.arrived(relayed(text(5)));
    ledger.arrived(relayed(text(6)));
    assertThat(ledger.missing()).containsExactly(4);
    assertThat(ledger.duplicates()).containsOnlyKeys(2);
    assertThat(ledger.damaged()).containsExactly(3);
    assertThat(ledger.arrivedThoughRefused()).containsExactly(5);
  }

  private String text(int number) {
    return new String(ledger.mail(number).content(), StandardCharsets.US_ASCII);
  }

  private static RelayedMail relayed(String text) {
    byte[] content = ("Received: from x\r\n\tby y; today\r\n" + text).getBytes(ISO_8859_1);
    return new RelayedMail(1, "", List.of(), content.length, "", Optional.of(content));
  }
}
