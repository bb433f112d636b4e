package org.mailroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A hub that notes what it is asked, and answers what the test says; and the command to ask it. */
final class NotedHub implements AutoCloseable {

  private final Path folder;
  private final HttpServer server;
  private final List<String> requests = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int status = 200;
  private byte[] answer = "{}".getBytes(UTF_8);

  /** With its data in a folder. */
  NotedHub(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/command-token"), "the-token-of-the-data-directory");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/", this::answer);
    server.start();
  }

  void answers(int code, byte[] octets) {
    status = code;
    answer = octets;
  }

  void answers(int code, String json) {
    answers(code, json.getBytes(UTF_8));
  }

  /** Method, path and body of each. */
  List<String> requests() {
    return requests;
  }

  /** What the command has written so far. */
  String out() {
    return out.toString(UTF_8);
  }

  /** What it has written to standard error. */
  String err() {
    return err.toString(UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** Runs the command. */
  int run(String... words) {
    Map<String, String> environment =
        Map.of(
            "MAILROOM_DATA",
            folder.toString(),
            "MAILROOM_HTTP_PORT",
            Integer.toString(server.getAddress().getPort()));
    Context context =
        new Context(
            new Installation(folder), folder, environment, new PrintStream(out, true, UTF_8));
    return Main.run(List.of(words), context, new PrintStream(err, true, UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
