package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsWhatTheHubSays() {
    Json json =
        Json.parse(
            """
            {"ready": true, "queues": {"ready": 3, "dead":0}, "list": [ "a", {"b": null}, [] ],
             "text": "\\"\\\\\\/\\u4F8B\\n", "size": -1.5e3, "empty": {} }
            """);

    assertThat(json.get("ready").isTrue()).isTrue();
    assertThat(json.get("queues").get("ready").number()).isEqualTo(3);
    assertThat(json.get("queues").members()).containsOnlyKeys("ready", "dead");
    assertThat(json.get("list").elements()).hasSize(3);
    assertThat(json.get("list").elements().get(0).text()).isEqualTo("a");
    assertThat(json.get("text").text()).isEqualTo("\"\\/例\n");
    assertThat(json.get("size").text()).isEqualTo("-1500");
  }

  @Test
  void whatIsMissingIsNothing() {
    Json json = Json.parse("{}");

    assertThat(json.get("a").get("b").text()).isEmpty();
    assertThat(json.get("a").number()).isZero();
    assertThat(json.get("a").isTrue()).isFalse();
    assertThat(json.get("a").elements()).isEmpty();
    assertThat(json.get("a").members()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "\"",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "[1 2]",
        "tru",
        "1x",
        "\"\\x\"",
        "\"\\u12\"",
        "{} {}",
        "nul",
        "-",
        "<html>"
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
  }

  @Test
  void endlessNestingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("[".repeat(100_000)));
  }
}
