package org.mailroom.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.settings.Settings;

/**
 * The hub's REST API, with the token that only the owner of the data directory can read.
 *
 * <p>Answers are given as text, so that {@code --json} can pass them on as they are.
 */
final class HubApi {

  private static final String ACTOR = "Mailroom-Actor";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration DOWNLOAD = Duration.ofHours(1);
  private static final Duration UPLOAD = Duration.ofDays(7);
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

  /** A text as it stands in a path or a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
      return answer(ask(path, ANSWER));
    } catch (IOException e) {
      throw silent();
    }
  }

  /**
   * Has something done.
   *
   * @param body JSON
   * @return the answer's JSON
   * @throws FailureException when the hub doesn't run, doesn't answer or refuses
   */
  String post(String path, String body) throws FailureException {
    return send("POST", path, body);
  }

  /**
   * The same by another method; without a body when that is empty.
   *
   * @throws FailureException when the hub doesn't run, doesn't answer or refuses
   */
  String send(String method, String path, String body) throws FailureException {
    return send(method, path, "application/json", body, ANSWER);
  }

  /**
   * Has much done, which may take long.
   *
   * @throws FailureException when the hub doesn't run, doesn't answer or refuses
   */
  String upload(String path, String type, String body) throws FailureException {
    return send("POST", path, type + ";charset=UTF-8", body, DOWNLOAD);
  }

  /**
   * Sends something of any size, when the hub has said that it will take it.
   *
   * @throws FailureException when the hub doesn't run, doesn't answer or refuses
   */
  String upload(String path, String type, HttpRequest.BodyPublisher body) throws FailureException {
    try {
      HttpRequest.Builder request =
          request(path, UPLOAD)
              .header(ACTOR, actor())
              .header("Content-Type", type)
              .expectContinue(true)
              .POST(body);
      return answer(send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException e) {
      throw silent();
    } catch (IOException e) {
      throw new FailureException(data.isHeld() ? "It broke off: " + e.getMessage() : notRunning());
    }
  }

  private String send(String method, String path, String type, String body, Duration patience)
      throws FailureException {
    try {
      HttpRequest.Builder request = request(path, patience).header(ACTOR, actor());
      if (!body.isEmpty()) {
        request.header("Content-Type", type);
      }
      HttpRequest.BodyPublisher publisher =
          body.isEmpty()
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(body);
      return answer(send(request.method(method, publisher), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw silent();
    }
  }

  /**
   * Writes a resource into a file.
   *
   * @throws FailureException when the hub doesn't run, doesn't answer or refuses
   */
  void download(String path, Path file) throws FailureException, IOException {
    HttpResponse<InputStream> response =
        send(
            request(path, DOWNLOAD).header("Accept", "*/*"),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      if (response.statusCode() != OK) {
        throw new FailureException("The hub answered with status " + response.statusCode());
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Writes a resource of any size, as it comes.
   *
   * @throws FailureException when the hub doesn't run, doesn't answer or refuses
   */
  void receive(String path, OutputStream out) throws FailureException, IOException {
    HttpResponse<InputStream> response;
    try {
      response =
          send(
              request(path, DOWNLOAD).header("Accept", "*/*").header(ACTOR, actor()),
              HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw silent();
    }
    try (InputStream in = response.body()) {
      if (response.statusCode() != OK) {
        throw new FailureException(
            refusals(response.statusCode(), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
      in.transferTo(out);
    }
  }

  private static String answer(HttpResponse<String> response) throws FailureException {
    if (response.statusCode() / 100 != 2) {
      throw new FailureException(refusals(response.statusCode(), response.body()));
    }
    return response.body();
  }

  private FailureException silent() throws FailureException {
    return new FailureException(
        data.isHeld() ? "Mailroom runs but doesn't answer at " + base : notRunning());
  }

  private String notRunning() {
    return "Mailroom is not running on " + data.root();
  }

  /** Who had it done: the person behind sudo, where there is one. */
  private static String actor() {
    String name =
        Optional.ofNullable(System.getenv("SUDO_USER"))
            .orElse(System.getProperty("user.name", "command"));
    return name.replaceAll("[^\\x21-\\x7E]", "?");
  }

  /** Asks, and gives whatever comes within {@code timeout}. */
  HttpResponse<String> ask(String path, Duration timeout) throws IOException, FailureException {
    return send(
        request(path, timeout).header("Accept", "application/json"),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, Duration timeout) throws IOException {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer " + Files.readString(data.token()).strip())
        .timeout(timeout);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
      throws IOException, FailureException {
    try {
      return client.send(request.build(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException("Interrupted");
    }
  }

  /** The hub's own words, if it has any; a line for each reason. */
  private static List<String> refusals(int status, String body) {
    try {
      Json refusal = Json.parse(body);
      List<String> all = refusal.get("errors").elements().stream().map(Json::text).toList();
      String error = refusal.get("error").text();
      if (!all.isEmpty() || !error.isEmpty()) {
        return (all.isEmpty() ? List.of(error) : all)
            .stream().map(reason -> reason.replaceAll("\\p{C}", "?")).toList();
      }
    } catch (IllegalArgumentException e) {
      // Not from the hub itself: the server refused.
    }
    return List.of("The hub answered with status " + status);
  }
}
