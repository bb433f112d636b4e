package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {

  private static final Path HOME = Path.of("/opt/mailroom");

  @Test
  void theServerGetsTheSettingsButNoSecret() {
    List<String> words =
        words(
            Map.of(
                "MAILROOM_ADMIN_PASSWORD", "correct horse",
                "MAILROOM_JAVA_HOME", "/opt/jdk",
                "MAILROOM_DOMAIN", "例子.test",
                "MAILROOM_SMART_HOST", "",
                "PATH", "/bin"));

    assertThat(words)
        .containsSequence("-u", "MAILROOM_ADMIN_PASSWORD")
        .containsSequence("-u", "MAILROOM_SMART_HOST")
        .contains("MAILROOM_DOMAIN=例子.test", "MAILROOM_DATA=/opt/mailroom/data")
        .noneMatch(word -> word.contains("correct horse"))
        .noneMatch(word -> word.startsWith("MAILROOM_JAVA_HOME="))
        .noneMatch(word -> word.startsWith("MAILROOM_SMART_HOST="))
        .noneMatch(word -> word.startsWith("PATH"));
  }

  @Test
  void unsettingComesBeforeSettingAndTheProgramLast() {
    List<String> words = words(Map.of("MAILROOM_DOMAIN", "corp.test"));

    assertThat(words.get(0)).isEqualTo("-u");
    assertThat(words.indexOf("MAILROOM_DOMAIN=corp.test")).isGreaterThan(1);
    assertThat(words).filteredOn(word -> word.endsWith("/bin/java")).hasSize(1);
    assertThat(words)
        .containsSubsequence(
            "-Xmx1073741824",
            "-Xms128m",
            "-XX:+UseParallelGC",
            "-XX:YoungGenerationSizeSupplement=0",
            "-Dmailroom.https.enabled=true",
            "-jar",
            "org.jboss.as.standalone",
            "--server-config=mailroom.xml");
  }

  @Test
  void whatSomebodySetsComesAfterWhatIsUsual() {
    assertThat(words(Map.of("MAILROOM_JAVA_OPTS", "-Xms512m")))
        .containsSubsequence("-Xms128m", "-Xms512m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseZGC", "-XX:+UseG1GC"})
  void anotherCollectorReplacesOurs(String another) {
    assertThat(words(Map.of("MAILROOM_JAVA_OPTS", another + " -Dx=y")))
        .contains(another, "-Dx=y")
        .doesNotContain("-XX:+UseParallelGC", "-XX:YoungGenerationSizeSupplement=0");
  }

  @Test
  void roomForYoungObjectsGrowsSlowlyWhereThatCanBeSaidAndIsSmallElsewhere() {
    assertThat(Launch.youngGeneration(21)).contains("-XX:YoungGenerationSizeIncrement=5");
    assertThat(Launch.youngGeneration(25)).contains("-XX:YoungGenerationSizeIncrement=5");
    assertThat(Launch.youngGeneration(26)).containsExactly("-XX:MaxNewSize=96m");
  }

  @Test
  void theDatabasesPasswordIsInNoWord() {
    List<String> words =
        words(
            Map.of(
                "MAILROOM_DB_URL", "jdbc:postgresql://db/mail", "MAILROOM_DB_PASSWORD", "s3cret"));
    assertThat(words)
        .contains("MAILROOM_DB_URL=jdbc:postgresql://db/mail?socketTimeout=120")
        .contains("-Dmailroom.database.driver=postgresql")
        .containsSequence("-u", "MAILROOM_DB_PASSWORD")
        .noneMatch(word -> word.contains("s3cret"));
    assertThat(words(Map.of())).contains("-Dmailroom.database.driver=h2");
  }

  @Test
  void httpsOnPortZeroIsOff() {
    assertThat(words(Map.of("MAILROOM_HTTPS_PORT", "0")))
        .contains("-Dmailroom.https.enabled=false");
  }

  private static List<String> words(Map<String, String> environment) {
    Configuration configuration =
        Configuration.load(new Installation(HOME), HOME, new HashMap<>(environment));
    return new Launch(
            configuration,
            new DataDirectory(configuration.settings().data()),
            new WildFlyHome(configuration.settings().wildflyHome().orElseThrow()))
        .words(environment);
  }
}
