package org.mailroom.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.mail.Address;

class EntryEditorTest {

  private static final Account ANN =
      new Account(
          1,
          Address.parse("ann@corp.test"),
          "Ann",
          5L << 30,
          0,
          true,
          Set.of(Role.AUDITOR, Role.USER),
          Locale.ENGLISH,
          Set.of(),
          List.of(Address.parse("a@files.test"), Address.parse("\"b, c\"@files.test")),
          true,
          Set.of());

  private final EntryEditor editor = EntryEditor.of(EntryKind.ACCOUNT, ANN);

  @Test
  void valuesAreThoseOfTheInputs() {
    assertThat(editor.getName()).isEqualTo("ann@corp.test");
    assertThat(editor.getValues())
        .containsEntry("quota", "5GiB")
        .containsEntry("enabled", true)
        .containsEntry("forwards", "a@files.test\n\"b, c\"@files.test")
        .containsEntry("password", "");
    assertThat((String[]) editor.getValues().get("roles")).containsExactly("auditor", "user");
  }

  @Test
  void whatIsNotTouchedIsNoChange() {
    assertThat(editor.changes()).isEmpty();
  }

  @Test
  void onlyWhatIsOtherIsAChange() {
    editor.getValues().put("quota", "0");
    editor.getValues().put("roles", new Object[] {});
    editor.getValues().put("enabled", false);
    editor.getValues().put("name", " Ann ");
    assertThat(editor.changes()).isEqualTo(Map.of("quota", "0", "roles", "", "enabled", "false"));
  }

  @Test
  void addressesMayHaveCommasBetweenUnlessSomeAreQuoted() {
    editor.getValues().put("forwards", "a@files.test, b@files.test;\r\nc@files.test，d@files.test");
    assertThat(editor.changes())
        .containsEntry("forwards", "a@files.test b@files.test c@files.test d@files.test");
    editor.getValues().put("forwards", "\"b, c\"@files.test\r\na@files.test");
    assertThat(editor.changes()).containsEntry("forwards", "\"b, c\"@files.test a@files.test");
  }

  @Test
  void aNewOneHasAllFields() {
    EntryEditor fresh = EntryEditor.fresh(EntryKind.NETWORK, Map.of("repair", "true"));
    fresh.getValues().put("network", " 10.0.0.0/8 ");
    assertThat(fresh.isFresh()).isTrue();
    assertThat(fresh.fields())
        .isEqualTo(Map.of("network", "10.0.0.0/8", "comment", "", "repair", "true"));
  }
}
