package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fri, 21 Nov 1997 09:55:06 -0600       | 1997-11-21T15:55:06Z
          21 Nov 1997 09:55 +0530               | 1997-11-21T04:25:00Z
          21 Nov 97 23:59:60 GMT                | 1997-11-21T23:59:59Z
          21 Nov 1997 9:05:06-0030              | 1997-11-21T09:35:06Z
          21 Nov 1997 09:55:06 PST (-0800)      | 1997-11-21T17:55:06Z
          21 Nov 1997 09:55:06 edt              | 1997-11-21T13:55:06Z
          (09:00) 21 Nov 1997 10:00:00 +0000    | 1997-11-21T10:00:00Z
          21 Nov 1997 09:55:06 +9900            | 1997-11-21T09:55:06Z
          21 Nov 1997 09:55:06 +00000           | 1997-11-21T09:55:06Z
          21 Nov 1997 09:55:06 MEST             | 1997-11-21T09:55:06Z
          21 Nov 1997 09:55:06 Z                | 1997-11-21T09:55:06Z
          21 Nov 1997 25:00:00 -0600            | 1997-11-21T00:00:00Z
          21 Nov 1997 09:75:00 -0600            | 1997-11-21T00:00:00Z
          21 Nov 1997                           | 1997-11-21T00:00:00Z
          """)
  void timesAreReadInUtc(String field, Instant time) {
    assertThat(SentTime.read(field)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10:00:00 +0000", "30 Feb 2024 10:00:00 +0000", "yesterday"})
  void withoutADateThereIsNoTime(String field) {
    assertThat(SentTime.read(field)).isEmpty();
  }
}
