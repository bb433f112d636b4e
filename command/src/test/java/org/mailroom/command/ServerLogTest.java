package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

  private static final String START =
      "2026-11-22 21:39:51,015 INFO  [org.jboss.as] (MSC service thread 1-4) WFLYSRV0049: starting";
  private static final String ERROR =
      "2026-11-22 21:39:52,015 ERROR [org.jboss.msc.service.fail] (MSC service thread 1-4)"
          + " MSC000001: Failed to start service x";
  private static final String LATER =
      "2026-11-22 21:39:53,015 ERROR [org.jboss.as] (Controller Boot Thread) WFLYSRV0026: WildFly"
          + " started (with errors)";

  @Test
  void theInnermostCauseOfTheFirstStackTraceIsTheCause() {
    assertThat(
            ServerLog.cause(
                List.of(
                    START,
                    ERROR,
                    "\tat org.jboss.A.b(A.java:1)",
                    "Caused by: java.lang.IllegalStateException: outer",
                    "\t... 1 more",
                    "Caused by: java.net.BindException: Address already in use",
                    "\t... 2 more",
                    LATER,
                    "Caused by: java.lang.Error: a consequence")))
        .containsExactly("BindException: Address already in use");
  }

  @Test
  void aCauseMayHaveSeveralReasonsALineEach() {
    assertThat(
            ServerLog.cause(
                List.of(
                    ERROR,
                    "\tat org.jboss.A.b(A.java:1)",
                    "Caused by: java.lang.IllegalStateException: one",
                    "two",
                    "\tat org.jboss.A.b(A.java:2)",
                    "not of a cause",
                    "Caused by: org.mailroom.hub.StartRefusedException: one",
                    "two",
                    "x".repeat(500),
                    "\t... 2 more",
                    LATER)))
        .containsExactly("StartRefusedException: one", "two", "x".repeat(400) + "...");
  }

  @Test
  void withoutAStackTraceTheFirstErrorIsTheCause() {
    assertThat(ServerLog.cause(List.of(START, ERROR, LATER)))
        .containsExactly("MSC000001: Failed to start service x");
  }

  @Test
  void stackTracesOfWarningsDontCount() {
    assertThat(
            ServerLog.cause(
                List.of(START.replace("INFO ", "WARN "), "Caused by: java.lang.Error: harmless")))
        .isEmpty();
  }

  @Test
  void aStartWithErrorsIsSeen() {
    assertThat(ServerLog.startedWithErrors(List.of(START, ERROR))).isFalse();
    assertThat(ServerLog.startedWithErrors(List.of(START, ERROR, LATER))).isTrue();
  }

  @Test
  void onlyWhatWasWrittenBehindTheOffsetIsRead(@TempDir Path folder) throws Exception {
    Path log = Files.writeString(folder.resolve("server.log"), "old\nnew\n");

    assertThat(ServerLog.linesBehind(log, 4)).containsExactly("new");
    assertThat(ServerLog.linesBehind(log, 99)).containsExactly("old", "new");
    assertThat(ServerLog.linesBehind(folder.resolve("none"), 0)).isEmpty();
  }
}
