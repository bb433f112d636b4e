package org.mailroom.it.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.it.ledger.Ledger.Answer;
import org.mailroom.it.ledger.Ledger.Report;

class LedgerTest {

  private static final LedgerPlan PLAN = new LedgerPlan("run", 1, 100, 100, 1, 1, 0, 0);

  private final Ledger ledger = new Ledger(PLAN);
  private final Invariants invariants = new Invariants(ledger);

  @Test
  void aRunInWhichEverybodyGotWhatWasSentIsGood() {
    ledger.arrived(taken(1));
    ledger.reported(taken(2), new Report("failed", "<dsn@x>"));
    ledger.queued(List.of(taken(3)));
    invariants.check();
    assertThat(ledger.account()).isEqualTo(new Account("run", 0, 3, 3, 0, 0, 3, 1, 1, 0, 1, 0, 0));
  }

  @Test
  void i1_an_acknowledged_mail_that_is_nowhere_is_lost() {
    String who = taken(1);
    assertThat(invariants.i1()).singleElement().asString().contains("LOST", who);
    ledger.reported(who, new Report("delayed", "<dsn@x>"));
    assertThat(invariants.i1()).hasSize(1);
    assertThat(ledger.account().lost()).isEqualTo(1);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(invariants::check)
        .withMessageContaining("LOST");
  }

  @Test
  void i2_a_refused_or_unfinished_mail_leaves_nothing_behind() {
    ledger.arrived(answered(1, Answer.REFUSED));
    ledger.arrived(answered(2, Answer.UNFINISHED));
    ledger.queued(List.of(answered(3, Answer.REFUSED)));
    answered(4, Answer.REFUSED);
    assertThat(invariants.i2()).hasSize(3);
  }

  @Test
  void i3_a_mail_of_unknown_fate_is_taken_for_all_or_none() {
    LedgerMail mail = new LedgerMail("run", 1, "a@b.test", List.of("n1-1@x", "n1-2@x"), 10);
    ledger.answered(mail, Answer.UNKNOWN, "");
    assertThat(invariants.i3()).isEmpty();
    ledger.arrived("n1-1@x");
    assertThat(invariants.i3()).singleElement().asString().contains("1 of its 2");
    ledger.queued(List.of("n1-2@x"));
    assertThat(invariants.i3()).isEmpty();
  }

  @Test
  void i4_nobody_gets_what_nobody_sent() {
    ledger.arrived(PLAN.mail(1).recipients().get(0));
    ledger.violated("mail run-2 came with another body");
    assertThat(invariants.i4()).hasSize(2);
  }

  @Test
  void i5_a_second_copy_needs_a_kill_between() {
    String who = taken(1);
    String other = taken(2);
    ledger.arrived(who);
    ledger.arrived(other);
    ledger.arrived(other);
    ledger.killed();
    ledger.arrived(who);
    assertThat(invariants.i5()).singleElement().asString().contains(other);
    assertThat(ledger.account().duplicated()).isEqualTo(2);
  }

  @Test
  void i6_a_failure_is_told_once_and_only_of_those_who_lack_the_mail() {
    String both = taken(1);
    ledger.arrived(both);
    ledger.reported(both, new Report("failed", "<1@x>"));
    String twice = taken(2);
    ledger.reported(twice, new Report("failed", "<2@x>"));
    ledger.reported(twice, new Report("failed", "<3@x>"));
    String again = taken(3);
    ledger.reported(again, new Report("failed", "<4@x>"));
    ledger.reported(again, new Report("failed", "<4@x>"));
    assertThat(invariants.i6()).hasSize(2);
  }

  @Test
  void i7_the_null_reverse_path_is_told_nothing() {
    LedgerMail mail = new LedgerMail("run", 1, "", List.of("n1-1-gone@x"), 10);
    ledger.answered(mail, Answer.TAKEN, "250");
    assertThat(invariants.i1()).isEmpty();
    assertThat(ledger.account().dropped()).isEqualTo(1);
    ledger.reported("n1-1-gone@x", new Report("failed", "<1@x>"));
    assertThat(invariants.i7()).hasSize(1);
  }

  private String taken(int number) {
    return answered(number, Answer.TAKEN);
  }

  private String answered(int number, Answer answer) {
    LedgerMail mail = PLAN.mail(number);
    ledger.answered(mail, answer, "the reply");
    return mail.recipients().get(0);
  }
}
