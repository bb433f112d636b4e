package org.mailroom.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.queue.filter.FilterProblem;

class QueueChoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | all",
        "'' | held | state:held",
        "all | held | state:held",
        "age>1h to:bob@* | '' | age>1h to:bob@*",
        "age>1h | deferred | age>1h state:deferred",
        "38G5AMQ3HED58/2 | held | id:38G5AMQ3HED58/2 state:held",
      })
  void allThatIsShownIsOneFilter(String filter, String state, String everything) {
    QueueChoice choice = QueueChoice.read(filter, state);
    assertThat(choice.mistake()).isEmpty();
    assertThat(choice.everything()).isEqualTo(everything);
  }

  @Test
  void aMistakeMeansNoMailAtAll() {
    QueueChoice choice = QueueChoice.read("bob@example.test", "held");
    assertThat(choice.mistake())
        .hasValueSatisfying(e -> assertThat(e.problem()).isEqualTo(FilterProblem.NO_TERM));
    assertThat(choice.everything()).isEmpty();
    assertThat(choice.filtered(Instant.EPOCH).test(null)).isFalse();
    assertThat(choice.wanted(Instant.EPOCH).test(null)).isFalse();
  }
}
