package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.mail.IpLiteral;

/**
 * What a browser sends to the console, by hand: also what a page doesn't offer. It comes from an
 * address of its own, so that its guesses lock nobody else out.
 */
final class ConsoleClient {

  private static final int PATIENCE = 60_000;
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*? value=\"([^\"]*)\"");

  private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");

  private final String address = Site.newAddress();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** An answer. */
  record Answer(int status, Map<String, String> headers, String body) {

    /** The path and query that it leads to. */
    String location() {
      return headers.getOrDefault("location", "").replaceFirst("^http://[^/]+", "");
    }

    /** What the page's forms send back of themselves. */
    String viewState() {
      return first(VIEW_STATE);
    }

    /** What the page's scripts are known by, which they send along. */
    String nonce() {
      return first(NONCE);
    }

    private String first(Pattern pattern) {
      Matcher found = pattern.matcher(body);
      assertThat(found.find()).as(pattern + " in " + body).isTrue();
      return found.group(1);
    }
  }

  /** Somebody who is signed in. */
  static ConsoleClient signedIn(String user, String password) throws IOException {
    ConsoleClient client = new ConsoleClient();
    assertThat(client.signIn(user, password).location()).isEqualTo("/");
    return client;
  }

  Answer signIn(String user, String password) throws IOException {
    return post("/j_security_check", Map.of("j_username", user, "j_password", password));
  }

  Answer get(String path) throws IOException {
    return send("GET", path, Map.of(), "");
  }

  Answer post(String path, Map<String, String> fields) throws IOException {
    return post(path, fields, Map.of());
  }

  Answer post(String path, Map<String, String> fields, Map<String, String> headers)
      throws IOException {
    return send("POST", path, headers, form(fields));
  }

  /** The name of the session, if there is one. */
  Optional<String> session() {
    return Optional.ofNullable(cookies.get("MAILROOM"));
  }

  /** Goes on in the session of that name. */
  ConsoleClient inSession(String name) {
    cookies.put("MAILROOM", name);
    return this;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer send(String method, String path, Map<String, String> more, String body)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(IpLiteral.parse(address), 0));
      socket.setSoTimeout(PATIENCE);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), DeployedHub.HTTP_PORT));
      StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.0\r\n");
      request.append("Host: 127.0.0.1:" + DeployedHub.HTTP_PORT + "\r\n");
      more.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
      if (!cookies.isEmpty()) {
        request.append(
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", "\r\n")));
      }
      if (!body.isEmpty()) {
        request.append("Content-Type: application/x-www-form-urlencoded\r\n");
        request.append("Content-Length: " + body.length() + "\r\n");
      }
      request.append("\r\n").append(body);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Answer answer(String text) {
    int end = text.indexOf("\r\n\r\n");
    List<String> lines = text.substring(0, end).lines().toList();
    Map<String, String> headers = new LinkedHashMap<>();
    lines.stream()
        .skip(1)
        .map(line -> line.split(": ", 2))
        .forEach(header -> keep(headers, header[0].toLowerCase(Locale.ROOT), header[1]));
    return new Answer(
        Integer.parseInt(lines.get(0).substring(9, 12)), headers, text.substring(end + 4));
  }

  private void keep(Map<String, String> headers, String name, String value) {
    headers.put(name, value);
    if (name.equals("set-cookie")) {
      String[] cookie = value.split(";", 2)[0].split("=", 2);
      cookies.put(cookie[0], cookie[1]);
    }
  }
}
