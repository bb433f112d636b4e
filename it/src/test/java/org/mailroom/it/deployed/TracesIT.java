package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.Stage;

/** What happened to a mail is in the database about a second later, and found there. */
class TracesIT extends DeployedHub {

  /** A second, and what a machine with neighbours needs beside it. */
  private static final Duration SOON = Duration.ofSeconds(4);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void aMailThatWaitedAndArrivedHasItsTrace() throws IOException {
    try (Site site = Site.open("traced.test")) {
      site.hop().script().once(Stage.RCPT, Action.reply("451 4.3.2 come back"));
      String id =
          RawSmtp.deliver(
              SMTP_PORT, "ann@sender.test", Mails.simple("Traced words"), site.address("Bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      awaitAnswer("traces/" + id, "\"event\":\"deferred\"", "451 4.3.2 come back");
      MailLog.awaitLine("delivered", "id=" + id);
      String trace = awaitAnswer("traces/" + id, "\"event\":\"delivered\"");
      assertThat(trace)
          .contains("\"from\":\"ann@sender.test\"", "\"subject\":\"Traced words\"")
          .containsSubsequence("\"attempt\":1", "\"attempt\":2");
      for (String query :
          new String[] {
            "sender=ann@sender.test",
            "recipient=bob@traced.test",
            "recipient=@traced.test",
            "recipient=bob@tr*",
            "subject=traced",
            "id=" + id
          }) {
        assertThat(found("traces?" + query)).as(query).contains("\"id\":\"" + id + "\"");
      }
      assertThat(found("traces?recipient=eve@traced.test")).isEqualTo("{\"traces\":[]}");
    }
  }

  @Test
  void aMailThatFailedLeadsToItsDsnAndBack() throws IOException {
    try (Site senders = Site.open("trace-senders.test");
        Site site = Site.open("trace-refusing.test")) {
      site.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 no bob here"));
      String id =
          RawSmtp.deliver(
              SMTP_PORT, senders.address("ann"), Mails.simple("refused"), site.address("bob"));
      String line = MailLog.awaitLine("notified", "about=" + id);
      String dsn = line.replaceAll(".* id=(\\w+).*", "$1");
      awaitAnswer(
          "traces/" + id, "\"event\":\"failed\"", "550 5.1.1 no bob here", "\"dsn\":\"" + dsn);
      senders.hop().awaitMail();
      awaitAnswer("traces/" + dsn, "\"about\":\"" + id, "\"event\":\"delivered\"");
    }
  }

  @Test
  void whatIsNoQueryAndWhatIsNoTraceIsSaid() throws IOException {
    assertThat(ask("traces?recipient=bob").statusCode()).isEqualTo(400);
    assertThat(ask("traces?from=yesterday").statusCode()).isEqualTo(400);
    assertThat(ask("traces?size=201").statusCode()).isEqualTo(400);
    assertThat(ask("traces?after=1").statusCode()).isEqualTo(400);
    assertThat(ask("traces/0000000000000").statusCode()).isEqualTo(404);
    assertThat(ask("traces/bob").statusCode()).isEqualTo(400);
  }

  private static String awaitAnswer(String path, String... words) {
    return await(path + " with " + String.join(", ", words))
        .atMost(SOON)
        .until(() -> ask(path).body(), body -> List.of(words).stream().allMatch(body::contains));
  }

  private static String found(String path) throws IOException {
    HttpResponse<String> answer = ask(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> ask(String path) throws IOException {
    int equals = path.indexOf('=');
    String encoded =
        equals < 0
            ? path
            : path.substring(0, equals + 1)
                + URLEncoder.encode(path.substring(equals + 1), StandardCharsets.UTF_8);
    String token = Files.readString(DATA.resolve("secrets/command-token")).strip();
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + HTTP_PORT + "/api/" + encoded))
              .header("Authorization", "Bearer " + token)
              .timeout(Duration.ofSeconds(30))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
