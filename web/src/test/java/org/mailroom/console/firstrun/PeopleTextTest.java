package org.mailroom.console.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.ImportRow;

class PeopleTextTest {

  private static List<ImportRow> rows(String text) throws Exception {
    return PeopleText.rows(text, "corp.test");
  }

  @Test
  void aLineIsAnAddressANameAndAPassword() throws Exception {
    List<ImportRow> rows = rows("ann@corp.test, Ann Smith, a, comma\n\n  li.na ，李娜\r\nbob\tBob\n");
    assertThat(rows).extracting(ImportRow::toString).containsExactly("line 1", "line 3", "line 4");
    assertThat(rows)
        .extracting(ImportRow::fields)
        .containsExactly(
            Map.of("address", "ann@corp.test", "name", "Ann Smith", "password", "a, comma"),
            Map.of("address", "li.na@corp.test", "name", "李娜"),
            Map.of("address", "bob@corp.test", "name", "Bob"));
  }

  @Test
  void anAddressAloneWillDo() throws Exception {
    assertThat(rows("ann").get(0).fields()).isEqualTo(Map.of("address", "ann@corp.test"));
  }

  @Test
  void aTableWithAHeadIsOneOfTheImport() throws Exception {
    List<ImportRow> rows = rows("name,address\n\"Smith, Ann\",ann\n");
    assertThat(rows.get(0).fields())
        .isEqualTo(Map.of("name", "Smith, Ann", "address", "ann@corp.test"));
  }

  @Test
  void aTableThatCantBeReadIsRefused() {
    assertThatThrownBy(() -> rows("address,name\nann\n"))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void nothingIsNobody() throws Exception {
    assertThat(rows(" \n\n")).isEmpty();
  }
}
