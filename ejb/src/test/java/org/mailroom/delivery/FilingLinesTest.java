package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;

/** What is filed at the same time has neither an account nor a content in common. */
class FilingLinesTest {

  private final FilingLines lines =
      new FilingLines(new MailStore(null, null, null, Clock.systemUTC()));

  @Test
  void mailsForOneAccountEachStandInTheLinesOfTheirAccounts() {
    FilingLine ann = lines.of(List.of(mail(1, "1")));
    assertThat(lines.of(List.of(mail(1, "1")))).isSameAs(ann);
    assertThat(lines.of(List.of(mail(2, "1")))).isNotSameAs(ann);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "1.1", "2.1"})
  void partsOfAMailThatMayHaveOthersStandInOneLine(String part) {
    FilingLine first = lines.of(List.of(mail(1, "1"), mail(2, "1")));
    assertThat(lines.of(List.of(mail(1, part)))).isSameAs(first);
    assertThat(lines.of(List.of(mail(2, part)))).isSameAs(first);
    assertThat(lines.of(List.of(mail(1, part), mail(2, part)))).isSameAs(first);
  }

  private static MailToFile mail(long account, String part) {
    ForwardPath to = ForwardPath.parse("box" + account + "@corp.test");
    return new MailToFile(
        QueueId.of("01HZY8Q2K3M4N"),
        part,
        ReversePath.NULL,
        to,
        account,
        to.address(),
        Optional.empty(),
        0,
        0,
        new InMemoryContent("x".getBytes(StandardCharsets.US_ASCII)));
  }
}
