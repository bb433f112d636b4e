package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fri, 21 Nov 1997 09:55:06 -0600      | 1997-11-21
          21 Nov 1997 09:55:06 -0600           | 1997-11-21
          Fri,21 nov 1997 23:59 +1400          | 1997-11-21
          Thu,  1   Feb   2024 10:00 GMT       | 2024-02-01
          Thu (4th), 1 (st) Feb (2) 2024 (x(y) | 2024-02-01
          1 Feb 24 10:00 +0000                 | 2024-02-01
          1 Feb 94 10:00 +0000                 | 1994-02-01
          1 Feb 104 10:00 +0000                | 2004-02-01
          1-Feb-2024 10:00                     | 2024-02-01
          """)
  void dayMonthAndYearAreRead(String field, LocalDate date) {
    assertThat(WrittenDate.read(field)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "30 Feb 2024 10:00",
        "1 Feb",
        "2024-02-01",
        "((((",
        "99 Feb 2024"
      })
  void anythingElseIsNoDate(String field) {
    assertThat(WrittenDate.read(field)).isEmpty();
  }
}
