package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.console.find.FindTargets;
import org.mailroom.console.roles.RightsLine;
import org.mailroom.console.settings.SettingGroup;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.Role;
import org.mailroom.mail.AddressReason;
import org.mailroom.operation.OperationReason;
import org.mailroom.permission.Permissions;
import org.mailroom.queue.filter.FilterProblem;
import org.mailroom.refusal.CommonReason;
import org.mailroom.refusal.Reason;
import org.mailroom.settings.SettingLine.Source;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.ValueReason;

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
  void everyRefusalHasItsTextWithAllThatItSpeaksOf() {
    List<Reason> reasons =
        Stream.<Reason[]>of(
                CommonReason.values(),
                AddressReason.values(),
                ValueReason.values(),
                DirectoryReason.values(),
                OperationReason.values())
            .flatMap(Arrays::stream)
            .toList();
    assertThat(reasons).extracting(Reason::key).doesNotHaveDuplicates();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      for (Reason reason : reasons) {
        Object[] things =
            Stream.iterate(0, i -> i + 1)
                .limit(reason.sentence().split("%s", -1).length - 1)
                .map(i -> "<" + i + ">")
                .toArray();
        String text = Phrases.text(locale, reason.about(things));
        assertThat(text).as(reason + " " + locale).isNotBlank().doesNotContain("{", "}", "%s");
        assertThat(things).as(text).allMatch(thing -> text.contains((String) thing));
      }
    }
  }

  @Test
  void aRefusalWithinAnotherIsSaidInTheSameLanguage() {
    assertThat(
            Phrases.text(
                Locale.SIMPLIFIED_CHINESE,
                CommonReason.AT.about(
                    CommonReason.LINE.about(7),
                    DirectoryReason.VALUE_REFUSED.about(
                        "address", "ann", AddressReason.NO_AT.about()))))
        .isEqualTo("第 7 行：address：ann 被拒绝：地址中应有 @");
  }

  @Test
  void everyTargetOfTheSearchHasItsText() {
    assertThat(FindTargets.BY_TEXT).allMatch(target -> ENGLISH.containsKey(target.label()));
  }
}
