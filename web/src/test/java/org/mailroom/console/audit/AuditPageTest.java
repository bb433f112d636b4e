package org.mailroom.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.audit.AuditQuery;

class AuditPageTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void daysAreWholeDaysOfTheirZone() {
    AuditQuery query =
        new AuditFilter(" ann ", null, "", "2026-11-01", "2026-11-02").query(SHANGHAI, 7, 50);
    assertThat(query.actor()).isEqualTo("ann");
    assertThat(query.action()).isEmpty();
    assertThat(query.from()).contains(Instant.parse("2026-10-31T16:00:00Z"));
    assertThat(query.to()).contains(Instant.parse("2026-11-02T16:00:00Z"));
    assertThat(query.before()).isEqualTo(7);
  }

  @Test
  void whatIsNoDayIsRefused() {
    AuditFilter filter = new AuditFilter("", "", "", "yesterday", "");
    assertThat(filter.isEmpty()).isFalse();
    assertThatThrownBy(() -> filter.query(SHANGHAI, 7, 50)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hold | hold",
        "a,b | \"a,b\"",
        "a \"loop\" | \"a \"\"loop\"\"\"",
        "=1+1 | '=1+1",
        "+49 | '+49",
        "-2 | '-2",
        "@SUM(A1),2 | \"'@SUM(A1),2\"",
      })
  void aCellIsNeverAFormula(String text, String cell) {
    assertThat(AuditFile.cell(text)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=Ann, roles=auditor, quota=0 | roles=auditor operator | roles=auditor",
        "name=A, B, roles=user | name=C, roles=user | name=A, B, roles=user",
        "5 | 10 | 5",
        "name=Ann | quota=1 | name=Ann",
      })
  void beforeIsShownOfWhatWasChanged(String before, String after, String shown) {
    assertThat(AuditLine.onlyWhatChanged(before, after)).isEqualTo(shown);
  }
}
