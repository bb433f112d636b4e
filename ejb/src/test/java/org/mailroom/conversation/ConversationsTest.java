package org.mailroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.hub.StoppedClock;
import org.mailroom.mail.IpLiteral;
import org.mailroom.smtp.server.Overhearing.Voice;

class ConversationsTest {

  private static final InetAddress CLIENT = IpLiteral.parse("192.0.2.1");

  private final StoppedClock clock = new StoppedClock();
  private final Conversations all = new Conversations(clock, clock::nanoTime);

  @Test
  void itListensFromTheFirstLookUntilMinutesAfterTheLast() {
    assertThat(all.isOn()).isFalse();
    all.read(0, ConversationFilter.ALL);
    assertThat(all.isOn()).isTrue();
    say("one");
    clock.pass(Conversations.PATIENCE);
    all.rest();
    assertThat(texts(0)).containsExactly("one");
    clock.pass(Conversations.PATIENCE.plus(Duration.ofSeconds(1)));
    all.rest();
    assertThat(all.isOn()).isFalse();

    assertThat(texts(0)).isEmpty();
    say("two");
    assertThat(texts(0)).containsExactly("two");
  }

  @Test
  void aReadingGoesOnWhereTheLastOneEnded() {
    say("one");
    say("two");
    ConversationPage first = all.read(0, ConversationFilter.ALL);
    assertThat(first.lines()).extracting(ConversationLine::text).containsExactly("one", "two");
    assertThat(all.read(first.next(), ConversationFilter.ALL).lines()).isEmpty();
    say("three");
    assertThat(texts(first.next())).containsExactly("three");
  }

  @Test
  void whatIsTooOldIsMissedAndSaidToBe() {
    ConversationPage first = all.read(0, ConversationFilter.ALL);
    say("first");
    long place = all.read(first.next(), ConversationFilter.ALL).next();
    for (int i = 0; i < Conversations.KEPT + 7; i++) {
      say("line " + i);
    }
    ConversationPage page = all.read(place, ConversationFilter.ALL);
    assertThat(page.missed()).isTrue();
    assertThat(page.lines()).hasSize(Conversations.KEPT);
    assertThat(page.lines().get(0).text()).isEqualTo("line 7");
    assertThat(all.read(0, ConversationFilter.ALL).missed()).isFalse();
    assertThat(all.read(Long.MAX_VALUE - 1, ConversationFilter.ALL).lines())
        .hasSize(Conversations.KEPT);
  }

  @Test
  void everyLineOfManyThreadsIsReadOnceAndInOrder() throws Exception {
    int threads = 4;
    int lines = 1_000;
    List<Long> numbers = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        writers.execute(
            () -> {
              for (int line = 0; line < lines; line++) {
                say("x");
              }
            });
      }
      long place = 0;
      writers.shutdown();
      while (numbers.size() < threads * lines) {
        ConversationPage page = all.read(place, ConversationFilter.ALL);
        page.lines().forEach(line -> numbers.add(line.number()));
        place = page.next();
      }
      assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "client:192.0.2., true",
    "client:192.0.3., false",
    "listener:smtp, true",
    "listener:submission, false",
    "QUEUED as, true",
    "smtp-7, true",
    "smtp, false",
    "client:192.0.2.1 listener:smtp queued, true",
    "client:192.0.2.1 listener:smtp other, false"
  })
  void aFilterWantsWhatItSays(String filter, boolean wanted) {
    all.line("smtp-7", CLIENT, Voice.SERVER, "250 2.0.0 Ok: queued as 01HZY8Q2K3M4N");
    assertThat(all.read(0, ConversationFilter.parse(filter)).lines()).hasSize(wanted ? 1 : 0);
  }

  private void say(String text) {
    all.line("smtp-7", CLIENT, Voice.CLIENT, text);
  }

  private List<String> texts(long after) {
    return all.read(after, ConversationFilter.ALL).lines().stream()
        .map(ConversationLine::text)
        .toList();
  }
}
