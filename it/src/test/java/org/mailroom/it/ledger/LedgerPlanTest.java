package org.mailroom.it.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerPlanTest {

  private static final List<LedgerMail> MAILS =
      IntStream.rangeClosed(1, 3000).mapToObj(LedgerPlan.mixed("mix", 7)::mail).toList();

  @Test
  void theSameSeedSendsTheSameMails() {
    assertThat(LedgerPlan.mixed("mix", 7).mail(5)).isEqualTo(MAILS.get(4));
    assertThat(LedgerPlan.mixed("mix", 7).mail(5).content()).isEqualTo(MAILS.get(4).content());
    assertThat(LedgerPlan.mixed("mix", 8).mail(5)).isNotEqualTo(MAILS.get(4));
  }

  @Test
  void sizesAndRecipientsAreMixed() {
    assertThat(MAILS).allMatch(mail -> mail.size() >= 1 << 10 && mail.size() <= 5 << 20);
    assertThat(MAILS).anyMatch(mail -> mail.size() > 3 << 20);
    assertThat(MAILS.stream().filter(mail -> mail.size() <= 8 << 10).count())
        .isBetween(1800L, 2400L);
    assertThat(MAILS).anyMatch(mail -> mail.recipients().size() > 40);
    assertThat(MAILS).anyMatch(mail -> mail.recipients().size() == 1);
    assertThat(MAILS).anyMatch(mail -> mail.reversePath().isEmpty());
    assertThat(MAILS).flatExtracting(LedgerMail::recipients).doesNotHaveDuplicates();
  }

  @Test
  void aContentHasNoBareLineEndsAndSomeDots() {
    for (LedgerMail mail : MAILS.subList(0, 200)) {
      String text = new String(mail.content(), java.nio.charset.StandardCharsets.US_ASCII);
      assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }
    assertThat(new String(MAILS.get(0).content(), java.nio.charset.StandardCharsets.US_ASCII))
        .contains("\r\n.");
  }

  @Test
  void aRecipientNamesTheMail() {
    assertThat(LedgerMail.numberOf("n12-3-busy@d1.ledger.test")).isEqualTo(12);
    assertThat(LedgerMail.numberOf("postmaster@x.test")).isZero();
    assertThat(LedgerMail.numberOf("nobody-x@x.test")).isZero();
  }
}
