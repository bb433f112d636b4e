package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;
import org.mailroom.it.peer.RelayedMail;

/** People send mail: under TLS, with a password, in their own name. */
class SubmissionIT extends DeployedHub {

  private static final int SUBMISSION = Integer.getInteger("mailroom.it.submission");
  private static final int SUBMISSIONS = Integer.getInteger("mailroom.it.submissions");
  private static final String PASSWORD = System.getProperty("mailroom.it.password");
  private static final String USER = "admin@hub.test";

  /** Not in the trusted networks. */
  private static final String STRANGER = "127.0.0.2";

  @ParameterizedTest
  @CsvSource({
    "PLAIN, --tls",
    "LOGIN, --tls",
    "PLAIN, --tls-on-connect",
    "LOGIN, --tls-on-connect",
  })
  void swaksLogsIn(String mechanism, String tls) throws IOException {
    String domain = mechanism.toLowerCase(Locale.ROOT) + tls.length() + ".test";
    int port = tls.equals("--tls") ? SUBMISSION : SUBMISSIONS;
    try (Site site = Site.open(domain)) {
      Program.ofDebian("swaks", "swaks")
          .with("--server", "127.0.0.1:" + port, "--local-interface", STRANGER, tls)
          .with("--auth", mechanism, "--auth-user", USER, "--auth-password", PASSWORD)
          .with("--from", USER, "--to", site.address("bob"))
          .run()
          .success();
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.text().replaceAll("\\s+", " "))
          .contains("by hub.test with ESMTPSA (TLSv1.3) id ")
          .contains(" tls TLS_AES_");
    }
  }

  /** The password isn't sent, and both sides prove that they know it (RFC 7677). */
  @Test
  void msmtpLogsInByScram() throws IOException {
    Path mail = Files.createTempFile("mailroom-it", ".eml");
    Files.write(mail, Mails.simple("by SCRAM"));
    try (Site site = Site.open("scram.test")) {
      msmtp(PASSWORD, site, mail).success();
      assertThat(site.hop().awaitMail().text()).contains("with ESMTPSA", "Subject: by SCRAM");
      assertThat(msmtp("another", site, mail).exitCode()).isEqualTo(77);
    } finally {
      Files.delete(mail);
    }
  }

  private static Result msmtp(String password, Site site, Path mail) throws IOException {
    return Program.ofDebian("msmtp", "msmtp")
        .with("--host=127.0.0.1", "--port=" + SUBMISSION, "--source-ip=127.0.0.65")
        .with("--tls=on", "--tls-starttls=on", "--tls-certcheck=off", "--auth=scram-sha-256")
        .with("--user=" + USER, "--passwordeval=printf %s '" + password + "'")
        .with("--from=" + USER, site.address("bob"))
        .under(Program.ofDebian("bash", "bash").with("-c", "exec \"$@\" < \"$0\"", mail.toString()))
        .run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void opensslSpeaksBothVersions(String version) throws IOException {
    String said =
        Program.ofDebian("openssl", "openssl")
            .with("s_client", "-connect", "127.0.0.1:" + SMTP_PORT, "-starttls", "smtp", version)
            .run()
            .out();
    assertThat(said).containsPattern("CN ?= ?hub.test").contains("TLSv1." + version.charAt(6));
  }

  @Test
  void theHubHasMadeItsOwnCertificate() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT)) {
      X509Certificate shown = smtp.startTls();
      assertThat(shown.getSubjectX500Principal().getName()).contains("CN=hub.test");
    }
    Path key = DATA.resolve("tls/key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void aCertificateIsReplacedWhileConnectionsStand() throws Exception {
    Path tls = DATA.resolve("tls");
    Path made = Files.createTempDirectory("mailroom-it");
    Program.ofDebian("openssl", "openssl")
        .with("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-batch")
        .with("-subj", "/CN=hub.test/O=Replaced", "-addext", "subjectAltName=DNS:hub.test")
        .with("-keyout", made.resolve("key.pem").toString())
        .with("-out", made.resolve("certificate.pem").toString())
        .run()
        .success();
    try (RawSmtp standing = RawSmtp.connect(SMTP_PORT)) {
      standing.startTls();
      Files.write(tls.resolve("key.pem"), Files.readAllBytes(made.resolve("key.pem")));
      Files.write(
          tls.resolve("certificate.pem"), Files.readAllBytes(made.resolve("certificate.pem")));
      await("the new certificate")
          .atMost(Duration.ofSeconds(60))
          .until(SubmissionIT::shown, name -> name.contains("Replaced"));
      standing.ehlo().command("NOOP", "250");
      Files.writeString(tls.resolve("certificate.pem"), "rubbish");
      await("a warning")
          .atMost(Duration.ofSeconds(60))
          .until(
              SubmissionIT::warnings, text -> text.contains("The certificate stays what it was"));
      assertThat(shown()).contains("Replaced");
      Files.write(
          tls.resolve("certificate.pem"), Files.readAllBytes(made.resolve("certificate.pem")));
      await("the end of the warning")
          .atMost(Duration.ofSeconds(60))
          .until(SubmissionIT::warnings, text -> !text.contains("certificate"));
    }
  }

  private static String warnings() throws Exception {
    return DirectoryApi.ok("GET", "status", "").getJsonArray("warnings").toString();
  }

  private static String shown() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT)) {
      return smtp.startTls().getSubjectX500Principal().getName();
    }
  }

  @Test
  void submissionWithoutTlsOrALoginTakesNothing() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SUBMISSION).ehlo()) {
      smtp.command("MAIL FROM:<" + USER + ">", "530 5.7.0");
      assertThat(smtp.login(USER, PASSWORD)).startsWith("538 5.7.11");
      smtp.startTls();
      smtp.command("MAIL FROM:<" + USER + ">", "503");
      smtp.ehlo().command("MAIL FROM:<" + USER + ">", "530 5.7.0");
      assertThat(smtp.login(USER, PASSWORD)).startsWith("235 2.7.0");
      smtp.command("MAIL FROM:<" + USER + ">", "250");
    }
  }

  @Test
  void aSenderIsNotForged() throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SUBMISSION)) {
      smtp.startTls();
      smtp.ehlo();
      assertThat(smtp.login("admin", PASSWORD)).startsWith("235");
      for (String forged :
          List.of("boss@hub.test", "eve@third.test", "admin@third.test", "admin@hub.test.test")) {
        smtp.command("MAIL FROM:<" + forged + ">", "553 5.7.1");
      }
      smtp.command("MAIL FROM:<ADMIN@HUB.TEST>", "250");
      smtp.command("RCPT TO:<user@third.test>", "250");
      smtp.command("RSET", "250");
      smtp.command("MAIL FROM:<>", "250");
    }
  }

  @Test
  void whatIsInjectedBehindStarttlsIsNotExecuted() throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SUBMISSION).ehlo()) {
      smtp.send("STARTTLS\r\nRSET\r\nMAIL FROM:<" + USER + ">\r\n");
      smtp.expect("554 5.5.0");
      assertThat(smtp.isClosedByHub()).isTrue();
    }
  }

  @Test
  void plainTextOnThePortOfSubmissionsIsNotExecuted() throws IOException {
    try (RawSmtp smtp = RawSmtp.connectSilently(STRANGER, SUBMISSIONS)) {
      smtp.send("EHLO client.test\r\nQUIT\r\n");
      byte[] answer = smtp.octets(3);
      assertThat(answer).as("an alert of TLS, or an end").isNotEqualTo("220".getBytes(US_ASCII));
    }
  }

  @Test
  void guessingIsSlowAndComesToAnEnd() throws IOException {
    String guesser = "127.0.0.66";
    List<String> answers = new ArrayList<>();
    List<Long> seconds = new ArrayList<>();
    try (RawSmtp smtp = RawSmtp.connectFrom(guesser, SUBMISSION)) {
      smtp.startTls();
      smtp.ehlo();
      for (String user : List.of(USER, "nobody@hub.test", USER)) {
        long began = System.nanoTime();
        answers.add(smtp.login(user, "a guess"));
        seconds.add(Duration.ofNanos(System.nanoTime() - began).toSeconds());
      }
      assertThat(smtp.isClosedByHub()).isTrue();
    }
    assertThat(answers.get(0)).startsWith("535 5.7.8").isEqualTo(answers.get(1));
    assertThat(answers.get(2)).startsWith("421 4.7.0");
    assertThat(seconds.get(0)).isBetween(2L, 3L);
    assertThat(seconds.get(1)).isBetween(4L, 5L);
    assertThat(seconds.get(2)).isBetween(8L, 9L);
  }

  @Test
  void tenGuessesLockAUserOutFromThereAndNobodyElse() throws Exception {
    String guesser = "127.0.0.67";
    String user = "nobody@hub.test";
    try (ExecutorService guesses = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        answers.add(guesses.submit(() -> login(guesser, user, "a guess")));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).startsWith("535 5.7.8");
      }
    }
    assertThat(login(guesser, user, "a guess")).startsWith("454 4.7.0");
    assertThat(login(guesser, USER, PASSWORD)).startsWith("235");
    assertThat(login("127.0.0.68", user, "a guess")).startsWith("535 5.7.8");
  }

  private static String login(String client, String user, String password) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(client, SUBMISSION)) {
      smtp.startTls();
      return smtp.ehlo().login(user, password);
    }
  }

  @Test
  void aStrangerUnderTlsRelaysNothing() throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT)) {
      smtp.startTls();
      smtp.ehlo();
      for (String from : List.of("", USER, "eve@third.test")) {
        smtp.command("MAIL FROM:<" + from + ">", "250");
        for (String to :
            List.of(
                "user@third.test",
                "user%third.test@hub.test",
                "\"user@third.test\"@hub.test",
                "@hub.test:user@third.test",
                "third.test!user@hub.test",
                "user@[127.0.0.9]",
                "user@third.test.",
                "user(hub.test)@third.test")) {
          assertThat(smtp.command("RCPT TO:<" + to + ">")).as(to).startsWith("5");
        }
        smtp.command("RSET", "250");
      }
    }
  }

  @Test
  void jakartaMailSends() throws Exception {
    try (Site site = Site.open("jakarta-mail.test")) {
      JakartaMailClient.send(SUBMISSION, USER, PASSWORD, site.address("bob"));
      assertThat(site.hop().awaitMail().text()).contains("with ESMTPSA");
    }
  }

  @Test
  void aMailOfAUserIsWhole() throws IOException {
    byte[] content = Mails.simple("submitted");
    try (Site site = Site.open("submitted.test");
        RawSmtp smtp = RawSmtp.connectSilently(STRANGER, SUBMISSIONS)) {
      smtp.handshake();
      smtp.expect("220");
      smtp.ehlo();
      assertThat(smtp.login(USER, PASSWORD)).startsWith("235");
      String reply = smtp.transaction(USER, content, site.address("bob"));
      assertThat(reply).startsWith("250");
      assertThat(site.hop().awaitMail().contentAsSent()).isEqualTo(content);
      String line = MailLog.awaitLine(" accepted ", "id=" + RawSmtp.queueId(reply));
      assertThat(line).endsWith(" protocol=ESMTPSA user=<" + USER + ">");
    }
  }
}
