package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.smtp.SmtpReply;

class ReplyReaderTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @ParameterizedTest
  @EnumSource
  void repliesAreTakenOneByOne(Feed feed) throws Exception {
    ReplyReader reader =
        reader(feed, "250-2.1.0 one\r\n250-two\r\n250 2.1.0 three\r\n354\r\n550 9.1.1 x\n");

    assertThat(reader.read(TIMEOUT))
        .isEqualTo(
            new SmtpReply(
                250,
                SmtpReply.of(250, "2.1.0", "x").enhanced(),
                java.util.List.of("one", "two", "three")));
    assertThat(reader.read(TIMEOUT)).isEqualTo(SmtpReply.of(354, ""));
    assertThat(reader.read(TIMEOUT)).isEqualTo(SmtpReply.of(550, "9.1.1 x"));
    assertThat(reader.hasUnread()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anEnhancedCodeOfAnotherClassIsText(Feed feed) throws Exception {
    assertThat(reader(feed, "550 2.0.0 fine\r\n").read(TIMEOUT))
        .isEqualTo(SmtpReply.of(550, "2.0.0 fine"));
  }

  @ParameterizedTest
  @EnumSource
  void controlCharactersBecomeBlanksAndBadUtf8AReplacement(Feed feed) throws Exception {
    assertThat(reader(feed, "250 a\rb\u001b[31mc\0\u0085d\r\n").read(TIMEOUT).toText())
        .isEqualTo("250 a b [31mc  d");
  }

  @ParameterizedTest
  @EnumSource
  void severalCodesInOneReplyMakeNoSense(Feed feed) throws Exception {
    ReplyReader reader = reader(feed, "250-Ok\r\n550 No\r\n");

    assertThatThrownBy(() -> reader.read(TIMEOUT))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessage("a reply with several codes");
  }

  @Test
  void aLineWithoutEndIsCutOff() throws Exception {
    ReplyReader reader = reader(Feed.WHOLE, "250 " + "x".repeat(1 << 20));

    assertThatThrownBy(() -> reader.read(TIMEOUT)).hasMessage("a reply line without end");
  }

  @Test
  void aReplyWithoutEndIsCutOff() throws Exception {
    ReplyReader reader = reader(Feed.WHOLE, "250-x\r\n".repeat(100_000));

    assertThatThrownBy(() -> reader.read(TIMEOUT)).hasMessage("a reply without end");
  }

  @Test
  void aReplyInDropsRunsOutOfItsTime() throws Exception {
    AtomicLong seconds = new AtomicLong();
    ScriptedPeer peer = new ScriptedPeer(Feed.BYTE_BY_BYTE).says("250 " + "x".repeat(100));
    ReplyReader reader =
        new ReplyReader(peer, () -> Duration.ofSeconds(seconds.getAndIncrement()).toNanos());

    assertThatThrownBy(() -> reader.read(TIMEOUT)).hasMessage("timed out");
  }

  private static ReplyReader reader(Feed feed, String octets) throws Exception {
    return new ReplyReader(new ScriptedPeer(feed).saysRaw(octets), System::nanoTime);
  }
}
