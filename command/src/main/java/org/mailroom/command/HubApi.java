package org.mailroom.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.mailroom.settings.Settings;

/**
 * The hub's REST API, with the token that only the owner of the data directory can read.
 *
 * <p>Answers are given as text, so that {@code --json} can pass them on as they are.
 */
final class HubApi {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final DataDirectory data;
  private final URI base;
  private final HttpClient client;

  HubApi(Settings settings) {
    this.data = new DataDirectory(settings.data());
    this.base =
        URI.create(
            "http://" + host(reachable(settings.bind())) + ":" + settings.ports().http() + "/api/");
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
  }

  /** An address that reaches a listener which is bound to {@code bind}. */
  static InetAddress reachable(InetAddress bind) {
    return bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind;
  }

  /** An address as it stands in a URI. */
  static String host(InetAddress address) {
    String text = address.getHostAddress();
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }

  /**
   * Asks for a resource.
   *
   * @param path relative to {@code /api/}, encoded
   * @return the answer's JSON
   * @throws FailureException when the hub doesn't run, doesn't answer or refuses
   */
  String get(String path) throws FailureException {
    try {
      HttpResponse<String> response = ask(path, ANSWER);
      if (response.statusCode() != OK) {
        throw new FailureException(refusal(response));
      }
      return response.body();
    } catch (IOException e) {
      throw new FailureException(
          data.isHeld()
              ? "Mailroom runs but doesn't answer at " + base
              : "Mailroom is not running on " + data.root());
    }
  }

  /** Asks, and gives whatever comes within {@code timeout}. */
  HttpResponse<String> ask(String path, Duration timeout) throws IOException, FailureException {
    try {
      return client.send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Authorization", "Bearer " + Files.readString(data.token()).strip())
              .header("Accept", "application/json")
              .timeout(timeout)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException("Interrupted");
    }
  }

  /** The hub's own words, if it has any. */
  private static String refusal(HttpResponse<String> response) {
    try {
      String error = Json.parse(response.body()).get("error").text();
      if (!error.isEmpty()) {
        return error.replaceAll("\\p{C}", "?");
      }
    } catch (IllegalArgumentException e) {
      // Not from the hub itself: the server refused.
    }
    return "The hub answered with status " + response.statusCode();
  }
}
