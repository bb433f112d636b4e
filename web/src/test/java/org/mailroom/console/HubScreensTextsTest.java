package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.mailroom.console.find.FindTargets;
import org.mailroom.console.roles.RightsLine;
import org.mailroom.console.settings.SettingGroup;
import org.mailroom.directory.Role;
import org.mailroom.permission.Permissions;
import org.mailroom.queue.filter.FilterProblem;
import org.mailroom.settings.SettingLine.Source;
import org.mailroom.settings.SettingName;

/** Texts whose keys are made of names. */
class HubScreensTextsTest {

  private static final ResourceBundle ENGLISH = Phrases.bundle(Locale.ENGLISH);

  @Test
  void everyRoleAndResourceHasItsName() {
    assertThat(Arrays.stream(Role.values()).map(role -> "role." + role.key()))
        .allMatch(ENGLISH::containsKey);
    assertThat(Permissions.RESOURCES.stream().map(resource -> "resource." + resource))
        .allMatch(ENGLISH::containsKey);
    assertThat(RightsLine.all().stream().flatMap(line -> line.rights().stream()).distinct())
        .contains("does", "sees", "none", "does-domain", "sees-domain")
        .allMatch(right -> ENGLISH.containsKey("right." + right));
  }

  @Test
  void everySettingIsExplained() {
    assertThat(
            Arrays.stream(SettingName.values())
                .filter(name -> name != SettingName.JAVA_HOME && name != SettingName.CORPUS)
                .map(name -> "setting." + name.name()))
        .allMatch(ENGLISH::containsKey);
    assertThat(Arrays.stream(SettingGroup.values()).map(group -> "settings." + group.key()))
        .allMatch(key -> ENGLISH.containsKey(key) && ENGLISH.containsKey(key + ".change"));
    assertThat(Arrays.stream(Source.values()).map(s -> s.name().toLowerCase(Locale.ROOT)))
        .allMatch(source -> ENGLISH.containsKey("settings.source." + source));
  }

  @Test
  void everyProblemOfAFilterHasItsText() {
    assertThat(Arrays.stream(FilterProblem.values()).map(one -> "filter.problem." + one.key()))
        .allMatch(ENGLISH::containsKey);
  }

  @Test
  void everyTargetOfTheSearchHasItsText() {
    assertThat(FindTargets.BY_TEXT).allMatch(target -> ENGLISH.containsKey(target.label()));
  }
}
