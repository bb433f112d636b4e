package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.Ret;

class SendmailOptionsTest {

  @Test
  void wordsWithoutAHyphenAreRecipients() throws Exception {
    SendmailOptions options = parse("ann@x.test bob@x.test");
    assertThat(options.recipients).containsExactly("ann@x.test", "bob@x.test");
    assertThat(options.fromHeader).isFalse();
    assertThat(options.dotsAreText).isFalse();
    assertThat(options.reversePath).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-t -i", "-ti", "-it", "-t -oi", "-toi", "-oi -t", "-i -bm -t", "-vtiG"})
  void flagsStandAloneOrTogether(String words) throws Exception {
    SendmailOptions options = parse(words);
    assertThat(options.fromHeader).isTrue();
    assertThat(options.dotsAreText).isTrue();
    assertThat(options.recipients).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-f ann@x.test, ann@x.test",
    "-fann@x.test, ann@x.test",
    "-r ann@x.test, ann@x.test",
    "-tfann@x.test, ann@x.test",
    "-f a@x.test -f b@x.test, b@x.test",
    "-f <>, ''"
  })
  void theReversePathComesInAnyForm(String words, String path) throws Exception {
    assertThat(parse(words).reversePath).hasValue(path);
  }

  @Test
  void anEmptyReversePathIsTheNullOne() throws Exception {
    assertThat(SendmailOptions.parse(List.of("-f", "", "bob")).reversePath).hasValue("");
  }

  @Test
  void whatTheSenderWantsToHearIsRead() throws Exception {
    SendmailOptions options = parse("-N success,delay -R hdrs -V QQ31 -F Ann bob");
    assertThat(options.notification).hasValue(Notify.parse("SUCCESS,DELAY"));
    assertThat(options.ret).hasValue(Ret.HDRS);
    assertThat(options.envelopeId).hasValue("QQ31");
    assertThat(options.name).hasValue("Ann");
    assertThat(parse("-N never").notification).hasValue(Notify.NEVER);
  }

  @Test
  void behindTwoHyphensEverythingIsARecipient() throws Exception {
    assertThat(parse("-i -- -f bob").recipients).containsExactly("-f", "bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-oem", "-oeq", "-odb", "-o em", "-O Timeout=5m", "-B 8BITMIME", "-h 3"})
  void whatHasNoMeaningHereIsAccepted(String words) throws Exception {
    assertThat(parse(words + " bob").recipients).containsExactly("bob");
  }

  @ParameterizedTest
  @CsvSource({
    "-bs, '-bs is not there: speak SMTP to the hub''s port instead'",
    "-bd, '-bd is not there: this command sends a message only'",
    "-bp, '-bp is not there: this command sends a message only'",
    "-q, unknown option: -q",
    "-tz, unknown option: -z",
    "-f, missing value: -f",
    "-N always, -N has a value that means nothing",
    "-R some, -R has a value that means nothing"
  })
  void whatCannotBeDoneIsUsage(String words, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> parse(words))
        .withMessage(message);
  }

  private static SendmailOptions parse(String words) throws UsageException {
    return SendmailOptions.parse(List.of(words.split(" ")));
  }
}
