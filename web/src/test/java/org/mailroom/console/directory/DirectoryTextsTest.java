package org.mailroom.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Screen;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Field;

/** Pages put the keys of these texts together, so that no other test sees that one is missing. */
class DirectoryTextsTest {

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.mailroom.console.messages", Locale.ENGLISH);

  @ParameterizedTest
  @EnumSource(
      value = Screen.class,
      mode = EnumSource.Mode.MATCH_ANY,
      names = {"DOMAINS", "ACCOUNTS", "ALIASES", "LISTS", "ROUTES", "NETWORKS"})
  void everyScreenAndFieldHasItsTexts(Screen screen) {
    EntryKind kind = EntryKind.ofPlural(screen.key()).orElseThrow();
    for (String text :
        List.of(
            "title",
            "intro",
            "add",
            "search",
            "empty.title",
            "empty.text",
            "remove",
            "remove.do")) {
      assertThat(TEXTS.keySet()).contains(kind.plural() + "." + text);
    }
    for (Field field : kind.fields()) {
      assertThat(TEXTS.keySet())
          .contains(
              kind.plural() + ".field." + field.name(), kind.plural() + ".help." + field.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleHasAName(Role role) {
    assertThat(Arrays.asList("role." + role.key())).allMatch(TEXTS::containsKey);
  }
}
