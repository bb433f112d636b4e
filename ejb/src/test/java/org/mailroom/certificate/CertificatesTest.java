package org.mailroom.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.settings.CertificateFiles;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;

/** The certificate of a hub: made, kept, read, replaced. */
class CertificatesTest {

  @TempDir private Path folder;

  private final Clock clock = Clock.systemUTC();

  @Test
  void theFirstStartMakesACertificateForItsOwnerAlone() throws Exception {
    new Certificates(settings(Map.of()), clock);
    CertificateFiles made = made("data");
    X509Certificate certificate = made.read().chain().getFirst();
    assertThat(certificate.getSubjectAlternativeNames()).contains(List.of(2, "mx.corp.test"));
    assertThat(certificate.getSubjectX500Principal()).hasToString("CN=mx.corp.test");
    certificate.checkValidity();
    for (Path file : List.of(made.key(), made.certificate())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    try (var files = Files.list(made.key().getParent())) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void theNextStartKeepsItUnlessTheHubHasAnotherNameOrItsTimeIsOver() throws Exception {
    new Certificates(settings(Map.of()), clock);
    X509Certificate first = made("data").read().chain().getFirst();
    new Certificates(settings(Map.of()), clock);
    assertThat(made("data").read().chain()).containsExactly(first);
    new Certificates(settings(Map.of("MAILROOM_HOSTNAME", "other.test")), clock);
    X509Certificate second = made("data").read().chain().getFirst();
    assertThat(second.getSubjectAlternativeNames()).contains(List.of(2, "other.test"));
    Clock later = Clock.offset(clock, Duration.ofDays(4000));
    new Certificates(
        settings(Map.of("MAILROOM_HOSTNAME", "other.test")), later.withZone(ZoneOffset.UTC));
    assertThat(made("data").read().chain()).doesNotContain(second);
  }

  @Test
  void aPairOfTheSettingsIsUsedAndReplacedWithoutARestart() throws Exception {
    CertificateFiles mine = pair("mine");
    Certificates certificates = new Certificates(settings(mine), clock);
    assertThat(Files.exists(folder.resolve("data/tls"))).isFalse();
    SSLContext first = certificates.tls().context();
    certificates.look();
    assertThat(certificates.tls().context()).isSameAs(first);
    assertThat(certificates.trouble()).isEmpty();

    CertificateFiles next = pair("next");
    Files.copy(next.certificate(), mine.certificate(), StandardCopyOption.REPLACE_EXISTING);
    certificates.look();
    assertThat(certificates.tls().context()).as("half a pair").isSameAs(first);
    assertThat(certificates.trouble().orElseThrow())
        .startsWith(mine.key() + " is not the key of " + mine.certificate() + ", since 2");
    Files.copy(next.key(), mine.key(), StandardCopyOption.REPLACE_EXISTING);
    certificates.look();
    assertThat(certificates.tls().context()).isNotSameAs(first);
    assertThat(certificates.trouble()).as("a good pair is loaded").isEmpty();

    SSLContext second = certificates.tls().context();
    Files.delete(mine.key());
    certificates.look();
    assertThat(certificates.trouble().orElseThrow()).contains("doesn't exist");
    Files.writeString(mine.certificate(), "rubbish");
    certificates.look();
    certificates.look();
    assertThat(certificates.tls().context()).isSameAs(second);
    assertThat(certificates.trouble()).as("for as long as the files stay").isPresent();
  }

  @Test
  void aPairThatIsNoneIsRefusedWithTheOtherSettings() throws Exception {
    CertificateFiles mine = pair("mine");
    CertificateFiles other = pair("other");
    assertThat(problems(Map.of("MAILROOM_TLS_CERTIFICATE", mine.certificate().toString())))
        .containsExactly(
            "MAILROOM_TLS_CERTIFICATE is set, but MAILROOM_TLS_KEY is not: expected both");
    assertThat(problems(environment(new CertificateFiles(mine.certificate(), other.key()))))
        .containsExactly(refused(other.key() + " is not the key of " + mine.certificate()));
    assertThat(problems(environment(new CertificateFiles(mine.key(), mine.key()))))
        .containsExactly(refused(mine.key() + " has no certificate in PEM"));
    assertThat(problems(environment(new CertificateFiles(mine.certificate(), mine.certificate()))))
        .containsExactly(refused(mine.certificate() + " has no private key in PEM"));
    Path missing = folder.resolve("missing.pem");
    assertThat(problems(environment(new CertificateFiles(missing, mine.key()))))
        .containsExactly(refused(missing + " doesn't exist"));
    assertThat(problems(environment(new CertificateFiles(folder, mine.key()))))
        .containsExactly(refused(folder + " can't be read"));
    Path older = Files.writeString(folder.resolve("old.pem"), "-----BEGIN EC PRIVATE KEY-----\n");
    Files.setPosixFilePermissions(older, PosixFilePermissions.fromString("rw-------"));
    assertThat(problems(environment(new CertificateFiles(mine.certificate(), older))).getFirst())
        .contains("openssl pkcs8 -topk8 -nocrypt");
    Files.setPosixFilePermissions(mine.key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(problems(environment(mine)).getFirst()).contains("can be read by everybody");
  }

  private static String refused(String why) {
    return "MAILROOM_TLS_CERTIFICATE and MAILROOM_TLS_KEY can't be used: " + why;
  }

  private List<String> problems(Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> settings(environment)).problems();
  }

  @Test
  void aFolderThatCannotBeWrittenStopsTheStart() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/tls"), "a file");
    Settings settings = settings(Map.of());
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> new Certificates(settings, clock))
        .withMessageStartingWith("No certificate for TLS: ");
  }

  /** A pair in files, as another hub has made it. */
  private CertificateFiles pair(String name) throws IOException {
    return new SelfSigned(folder.resolve(name).resolve("tls"), name + ".test", clock).files();
  }

  private CertificateFiles made(String data) {
    Path tls = folder.resolve(data).resolve("tls");
    return new CertificateFiles(tls.resolve("certificate.pem"), tls.resolve("key.pem"));
  }

  private Settings settings(CertificateFiles files) throws SettingsException {
    return settings(environment(files));
  }

  private static Map<String, String> environment(CertificateFiles files) {
    return Map.of(
        "MAILROOM_TLS_CERTIFICATE",
        files.certificate().toString(),
        "MAILROOM_TLS_KEY",
        files.key().toString());
  }

  private Settings settings(Map<String, String> more) throws SettingsException {
    Map<String, String> environment = new HashMap<>();
    environment.put("MAILROOM_DATA", folder.resolve("data").toString());
    environment.put("MAILROOM_HOSTNAME", "mx.corp.test");
    environment.putAll(more);
    return SettingsParser.parseForHub(environment);
  }
}
