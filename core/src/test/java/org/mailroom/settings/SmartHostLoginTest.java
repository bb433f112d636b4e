package org.mailroom.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmartHostLoginTest {

  private static final String FILE = "MAILROOM_SMART_HOST_PASSWORD_FILE";
  private static final String USER = "MAILROOM_SMART_HOST_USER";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "s3cret\n", "s3cret\r\n"})
  void thePasswordIsWhatStandsInTheFileWithoutItsLineEnd(String content) throws Exception {
    Settings settings = SettingsParser.parseForHub(login(file(content)));

    Login login = settings.smartHostLogin().orElseThrow();
    assertThat(login.user()).isEqualTo("hub");
    assertThat(login.password()).hasValue(new Secret("s3cret"));
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void spacesBelongToThePassword() throws Exception {
    assertThat(password(file(" pass wörd \n"))).isEqualTo(" pass wörd ");
  }

  @Test
  void whoeverStartsNoHubOpensNoFile() throws Exception {
    Settings settings = SettingsParser.parse(login(folder.resolve("not-there")));

    assertThat(settings.smartHostLogin().orElseThrow().password()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', which is empty",
    "'\n', which is empty",
    "'s3cret\n\n', which is not one line of text",
    "'s3cret\tx', which is not one line of text",
    "'two\nlines', which is not one line of text",
  })
  void aFileThatHoldsNoPasswordIsRefused(String content, String why) throws Exception {
    Path file = file(content);

    assertThat(problems(login(file)))
        .containsExactly(
            FILE
                + " is "
                + file
                + ", "
                + why
                + ": expected a file with the password, for its owner alone");
  }

  @Test
  void octetsThatAreNoTextAndHugeFilesAreRefused() throws Exception {
    Path latin = Files.write(file(""), "s3cr\u00e9t".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems(login(latin)))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("not one line of text").doesNotContain("s3cr"));

    Path huge = Files.writeString(file(""), "x".repeat(1001));
    assertThat(problems(login(huge))).singleElement().asString().contains("more than 1000 octets");
  }

  @Test
  void aFileThatIsNotThereOrAFolderIsRefused() {
    assertThat(problems(login(folder.resolve("none"))))
        .singleElement()
        .asString()
        .contains("which doesn't exist");
    assertThat(problems(login(folder))).singleElement().asString().contains("which is a folder");
  }

  @Test
  void aFileThatEverybodyCanReadIsRefused() throws Exception {
    Path file = file("s3cret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(problems(login(file)))
        .singleElement()
        .asString()
        .contains("which everybody can read");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(password(file)).isEqualTo("s3cret");
  }

  @Test
  void aBadFileIsReportedWithEverythingElse() throws Exception {
    Map<String, String> environment = login(file(""));
    environment.put("MAILROOM_EXPIRY", "soon");

    assertThat(problems(environment)).hasSize(2);
  }

  @Test
  void aUserWithoutAPasswordFileIsRefusedAndTheReverse() throws Exception {
    assertThat(problems(Map.of("MAILROOM_SMART_HOST", "mx.test", USER, "hub")))
        .containsExactly(USER + " is set, but " + FILE + " is not: expected both");
    assertThat(problems(Map.of("MAILROOM_SMART_HOST", "mx.test", FILE, file("x").toString())))
        .containsExactly(FILE + " is set, but " + USER + " is not: expected both");
  }

  @Test
  void aLoginNeedsASmartHost() throws Exception {
    assertThat(problems(Map.of(USER, "hub", FILE, file("s3cret").toString())))
        .containsExactly(USER + " and " + FILE + " are set, but no smart host: expected all three");
  }

  @Test
  void aLoginWithoutTlsIsForThisMachineOnly() throws Exception {
    Map<String, String> environment = login(file("s3cret"));
    environment.put("MAILROOM_SMART_HOST_TLS", "none");
    environment.put("MAILROOM_SMART_HOST", "127.0.0.1:26");
    assertThat(SettingsParser.parseForHub(environment).smartHostLogin()).isPresent();

    environment.put("MAILROOM_SMART_HOST", "192.0.2.1");
    assertThat(problems(environment))
        .containsExactly(
            "MAILROOM_SMART_HOST_TLS is none, but a password is sent over TLS only: expected"
                + " opportunistic, required or verified");
  }

  private Map<String, String> login(Path file) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("MAILROOM_SMART_HOST", "mx.test");
    environment.put(USER, "hub");
    environment.put(FILE, file.toString());
    return environment;
  }

  private String password(Path file) throws SettingsException {
    return SettingsParser.parseForHub(login(file))
        .smartHostLogin()
        .flatMap(Login::password)
        .orElseThrow()
        .value();
  }

  private Path file(String content) throws IOException {
    Path file =
        Files.createTempFile(
            folder,
            "password",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, content);
  }

  private static List<String> problems(Map<String, String> environment) {
    return catchThrowableOfType(
            SettingsException.class, () -> SettingsParser.parseForHub(environment))
        .problems();
  }
}
