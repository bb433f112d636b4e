package org.mailroom.imap.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSubjectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          Lunch                                   | LUNCH           | false
          Re: Lunch                               | LUNCH           | true
          re:lunch                                | LUNCH           | true
          RE : Fwd: FW: Lunch                     | LUNCH           | true
          Re [list] : Lunch                       | LUNCH           | true
          Re[2]: Lunch                            | LUNCH           | true
          Re[2] [3]: Lunch                        | RE[2] [3]: LUNCH | false
          [list] Lunch                            | LUNCH           | false
          [list][more] [again]Lunch               | LUNCH           | false
          [list] Re: [list] [x] Fwd:[y] Lunch     | LUNCH           | true
          [list]                                  | [LIST]          | false
          [one] [two]                             | [TWO]           | false
          Re: [one] [two]                         | [TWO]           | true
          [] Lunch                                | LUNCH           | false
          [a [b] Lunch                            | [A [B] LUNCH    | false
          Lunch (fwd)                             | LUNCH           | true
          Lunch (FWD) (fwd)(fwd)                  | LUNCH           | true
          Lunch(fwd) now                          | LUNCH(FWD) NOW  | false
          [Fwd: Lunch]                            | LUNCH           | true
          [fwd:Re: [list] Lunch (fwd)]            | LUNCH           | true
          [list] [Fwd: [Fwd: Re: Lunch]]          | LUNCH           | true
          [Fwd: Lunch] (fwd)                      | LUNCH           | true
          [Fwd: Lunch] now                        | NOW             | false
          Re:                                     | ''              | true
          (fwd)                                   | ''              | true
          [fwd:]                                  | ''              | true
          ''                                      | ''              | false
          Reply: Lunch                            | REPLY: LUNCH    | false
          Fwds: Lunch                             | FWDS: LUNCH     | false
          Refwd: Lunch                            | REFWD: LUNCH    | false
          AW: Lunch                               | AW: LUNCH       | false
          Two    spaces                           | TWO SPACES      | false
          =?utf-8?Q?Re:_=C3=84rger?=              | A\u0308RGER     | true
          =?utf-8?B?UmU6IOWNiOmkkA==?=            | 午餐             | true
          Re: =?utf-8?Q?[list]?= =?utf-8?Q?_Lunch?= | LUNCH         | true
          =?x-none?Q?Re:_Lunch?=                  | =?X-NONE?Q?RE:_LUNCH?= | false
          """)
  void whatProgramsPutAroundItIsTakenAway(String field, String text, boolean isReply) {
    assertThat(BaseSubject.of(field)).isEqualTo(new BaseSubject(text, isReply));
  }

  @Test
  void aLongSubjectTakesNoTime() {
    for (String piece : new String[] {"[a]", "[fwd:", "Re[a]:", "[a] Re:", "(fwd)", "[", "Re "}) {
      String field = piece.repeat(200_000 / piece.length());
      assertThat(Duration.ofSeconds(2))
          .isGreaterThan(time(() -> BaseSubject.of(field)))
          .isGreaterThan(time(() -> BaseSubject.of(field + "x" + "]".repeat(50_000))));
    }
  }

  private static Duration time(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
