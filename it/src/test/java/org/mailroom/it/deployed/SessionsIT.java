package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who run the hub see who talks with it, and end that. */
class SessionsIT extends MailboxAccess {

  private static final int POP3 = Integer.getInteger("mailroom.it.pop3");

  @Test
  void aSessionIsSeenAndEnded() throws Exception {
    String ann = account("sessions.test");
    try (Client imap = new Client(IMAP);
        Client pop3 = new Client(POP3)) {
      imap.idle(ann);
      pop3.logIn(ann);
      List<JsonObject> seen = sessions(ann);
      assertThat(seen)
          .extracting(session -> session.getString("listener"))
          .containsExactlyInAnyOrder("imap", "pop3");
      assertThat(seen)
          .allSatisfy(
              session -> {
                assertThat(session.getString("client")).isEqualTo("127.0.0.1");
                assertThat(session.getBoolean("tls")).isFalse();
              });

      String id =
          seen.stream()
              .filter(session -> session.getString("listener").equals("imap"))
              .findAny()
              .orElseThrow()
              .getString("id");
      DirectoryApi.ok("DELETE", "sessions/" + id + "?reason=a%20test", "");
      assertThat(imap.line()).isEqualTo("* BYE An administrator has ended this session");
      assertThat(imap.line()).isNull();
      assertThat(sessions(ann)).hasSize(1);
      assertThat(DirectoryApi.ask("DELETE", "sessions/" + id, "").statusCode()).isEqualTo(404);
      assertThat(DirectoryApi.ok("GET", "audit?size=1", "").getJsonArray("entries").toString())
          .contains("end session", id + " of " + ann, "a test");
      assertThat(DirectoryApi.ok("DELETE", "sessions?user=" + ann, "").getInt("ended")).isOne();
      assertThat(pop3.line()).startsWith("-ERR [SYS/TEMP]");
    }
  }

  @Test
  void sessionsEndWithTheLoginThatTheyBeganWith() throws Exception {
    String ann = account("withdrawn.test");
    try (Client first = new Client(IMAP)) {
      first.idle(ann);
      DirectoryApi.ok("PATCH", "accounts/" + ann, "{\"password\":\"another of ann's\"}");
      assertThat(first.line()).startsWith("* BYE ");
    }
    DirectoryApi.ok("PATCH", "accounts/" + ann, "{\"password\":\"" + PASSWORD + "\"}");
    try (Client second = new Client(IMAP)) {
      second.idle(ann);
      DirectoryApi.ok("PATCH", "accounts/" + ann, "{\"enabled\":false}");
      assertThat(second.line()).startsWith("* BYE ");
    }
  }

  @Test
  void aUserHasSixteenSessionsOfImapAtATime() throws Exception {
    String ann = account("many-sessions.test");
    List<Client> open = new ArrayList<>();
    try {
      for (int i = 0; i < 16; i++) {
        open.add(new Client(IMAP));
        open.get(i).idle(ann);
      }
      try (Client oneMore = new Client(IMAP)) {
        assertThat(oneMore.logIntoImap(ann)).startsWith("a NO [LIMIT] ");
        open.remove(0).close();
        await().untilAsserted(() -> assertThat(oneMore.logIntoImap(ann)).startsWith("a OK "));
      }
    } finally {
      for (Client client : open) {
        client.close();
      }
    }
  }

  private static List<JsonObject> sessions(String user) throws Exception {
    return DirectoryApi.ok("GET", "sessions", "")
        .getJsonArray("sessions")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(session -> session.getString("user", "").equals(user))
        .toList();
  }

  private static final class Client implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;

    Client(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(60_000);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      line();
    }

    String line() throws IOException {
      return in.readLine();
    }

    void say(String text) throws IOException {
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    String logIntoImap(String user) throws IOException {
      say("a LOGIN " + user + " \"" + PASSWORD + "\"");
      return line();
    }

    void idle(String user) throws IOException {
      assertThat(logIntoImap(user)).startsWith("a OK ");
      say("b IDLE");
      assertThat(line()).startsWith("+ ");
    }

    void logIn(String user) throws IOException {
      say("USER " + user);
      assertThat(line()).startsWith("+OK");
      say("PASS " + PASSWORD);
      assertThat(line()).startsWith("+OK");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
