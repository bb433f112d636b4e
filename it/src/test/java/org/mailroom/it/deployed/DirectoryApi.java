package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;

/** Changes the directory of the deployed hub over REST. */
final class DirectoryApi {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private DirectoryApi() {}

  static JsonObject ok(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = ask(method, path, body);
    assertThat(answer.statusCode()).as(method + " " + path + answer.body()).isBetween(200, 201);
    return object(answer);
  }

  private static JsonObject object(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  /** Does something to a queued mail, and returns when it is done. */
  static void operate(String operation, String id) throws Exception {
    operate("{\"operation\":\"" + operation + "\",\"filter\":\"" + id + "\"}");
  }

  /**
   * Has mail wait for an hour: this hub gives it up after seconds, before a browser has found it.
   */
  static void keep(String id) throws Exception {
    operate("{\"operation\":\"expire\",\"expiry\":\"1h\",\"filter\":\"" + id + "\"}");
  }

  private static void operate(String body) throws Exception {
    HttpResponse<String> begun = ask("POST", "operations", body);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    String job = object(begun).getString("id");
    await("the end of the job " + job)
        .atMost(Duration.ofSeconds(30))
        .until(() -> !ok("GET", "jobs/" + job, "").getString("state").equals("running"));
  }

  static HttpResponse<String> ask(String method, String path, String body) throws Exception {
    return as(commandToken(), method, path, body);
  }

  static HttpResponse<String> as(String token, String method, String path, String body)
      throws Exception {
    return send(token, method, path, "application/json", body);
  }

  static HttpResponse<String> csv(String path, String body) throws Exception {
    return send(commandToken(), "POST", path, "text/csv", body);
  }

  private static HttpResponse<String> send(
      String token, String method, String path, String type, String body) throws Exception {
    return send(
        request(token, path, body.isEmpty() ? "" : type)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body)),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a file; an empty one is none, and an empty token neither. */
  static HttpResponse<byte[]> file(
      String token, String method, String path, String type, byte[] body) throws Exception {
    return send(
        request(token, path, type).method(method, HttpRequest.BodyPublishers.ofByteArray(body)),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String token, String path, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + DeployedHub.HTTP_PORT + "/api/" + path))
            .header("Mailroom-Actor", "it");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return type.isEmpty() ? request : request.header("Content-Type", type);
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) throws Exception {
    return HTTP.send(request.build(), handler);
  }

  /** The token that may do all. */
  static String commandToken() throws IOException {
    return Files.readString(DeployedHub.DATA.resolve("secrets/command-token")).strip();
  }
}
