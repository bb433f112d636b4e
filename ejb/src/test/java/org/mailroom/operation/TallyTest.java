package org.mailroom.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void aResultIsASentence() {
    Tally tally = new Tally();
    tally.done(4790);
    for (int i = 0; i < 22; i++) {
      tally.skipped(SkipReason.GONE);
    }
    tally.inAttempt();
    assertThat(tally.inWords(Operation.HOLD.done()))
        .isEqualTo(
            "4,790 held, 22 skipped: already delivered or given up, 1 in a delivery attempt:"
                + " changed with its outcome");
    assertThat(tally.settled()).isEqualTo(4813);
  }

  @Test
  void nothingIsSaidOfWhatIsNot() {
    assertThat(new Tally().inWords(Operation.DELETE.done())).isEqualTo("0 deleted");
  }
}
