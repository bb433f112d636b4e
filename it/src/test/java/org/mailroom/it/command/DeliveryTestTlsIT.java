package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.peer.DnsStub;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.peer.TestAuthority;

/** A delivery test says what is wrong with the certificate of a next hop that offers TLS. */
class DeliveryTestTlsIT {

  private static final int SMTP = PortRange.next();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static TestAuthority authority;
  private static DnsStub dns;
  private static Hub hub;

  @BeforeAll
  static void startHub() throws IOException, GeneralSecurityException {
    authority = new TestAuthority(Path.of("target/tls"));
    dns = new DnsStub(0);
    hub =
        new Hub("delivery-test-tls", SMTP)
            .with("DNS", "127.0.0.1:" + dns.port())
            .with("REMOTE_SMTP_PORT", Integer.toString(SMTP))
            .withJavaOptions(authority.javaOptions())
            .start();
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
    dns.close();
  }

  @Test
  void aTrustedCertificateOfTheHostIsAllRight() throws Exception {
    JsonObject tls = secured("right.test", "127.0.7.1", authority.vouchingFor("mx.right.test"));
    assertThat(tls.getString("tone")).isEqualTo("good");
    assertThat(tls.getString("subject")).startsWith("TLSv1.3");
    assertThat(words(tls))
        .contains("CN=mx.right.test", "issuer: CN=Authority of the tests", "names: mx.right.test")
        .contains("trusted", "names the host");
  }

  @Test
  void aCertificateOfAnotherHostIsToldOf() throws Exception {
    JsonObject tls = secured("other.test", "127.0.7.2", authority.vouchingFor("mail.other.test"));
    assertThat(tls.getString("tone")).isEqualTo("warning");
    assertThat(words(tls)).contains("trusted", "does not name the host");
  }

  @Test
  void aSelfSignedCertificateIsToldOf() throws Exception {
    JsonObject tls = secured("own.test", "127.0.7.3", authority.selfSigned("mx.own.test"));
    assertThat(tls.getString("tone")).isEqualTo("warning");
    assertThat(words(tls)).contains("not trusted: it is self-signed", "names the host");
  }

  @Test
  void anExpiredCertificateIsToldOf() throws Exception {
    JsonObject tls = secured("old.test", "127.0.7.4", authority.expiredFor("mx.old.test"));
    assertThat(tls.getString("tone")).isEqualTo("warning");
    assertThat(words(tls)).contains("not trusted: it has expired", "names the host");
  }

  /** The step about TLS of a test of a domain whose one host has this certificate. */
  private static JsonObject secured(String domain, String address, SSLContext certificate)
      throws IOException {
    dns.mx(domain, 10, "mx." + domain).address("mx." + domain, address);
    try (ScriptedNextHop hop = ScriptedNextHop.listen(address, SMTP).withTls(certificate)) {
      List<JsonObject> steps = steps("bob@" + domain);
      assertThat(steps.stream().map(step -> step.getString("step")))
          .containsSubsequence(
              "dns", "connect", "greeting", "ehlo", "starttls", "tls", "ehlo", "mail", "rcpt");
      assertThat(hop.violations()).isEmpty();
      assertThat(hop.mails()).isEmpty();
      return steps.stream()
          .filter(step -> step.getString("step").equals("tls"))
          .findAny()
          .orElseThrow();
    }
  }

  private static List<JsonObject> steps(String to) throws IOException {
    JsonObject question = Json.createObjectBuilder().add("to", to).build();
    String test = "delivery-tests/" + hub.post("delivery-tests", question).getString("id");
    await("the end of the test of " + to)
        .atMost(PATIENCE)
        .until(() -> !hub.api(test).getString("state").equals("running"));
    assertThat(hub.api(test).getString("state")).isEqualTo("taken");
    return hub.api(test).getJsonArray("steps").getValuesAs(JsonObject.class);
  }

  private static List<String> words(JsonObject step) {
    return step.getJsonArray("more").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
