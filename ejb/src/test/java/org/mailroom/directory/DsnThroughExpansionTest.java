package org.mailroom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.directory.Expansion.Manner;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;

/** RFC 3461, 5.2.7. */
class DsnThroughExpansionTest {

  private final People corp =
      People.ofCorp()
          .account("ann@corp.test")
          .account("eve@corp.test", "eve@files.test")
          .alias("one@corp.test", "ann@corp.test")
          .alias("two@corp.test", "ann@corp.test", "x@files.test")
          .alias("by@corp.test", "team@corp.test")
          .alias("mixed@corp.test", "ann@corp.test", "team@corp.test")
          .list("team@corp.test", "x@files.test");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann@corp.test | SUCCESS | | SAME | ann@corp.test SUCCESS -",
        "one@corp.test | SUCCESS,DELAY | | SAME | ann@corp.test SUCCESS,DELAY rfc822;one@corp.test",
        "one@corp.test | | rfc822;her | SAME | ann@corp.test - rfc822;her",
        "two@corp.test | SUCCESS,FAILURE | rfc822;her | EXPANDED |"
            + " ann@corp.test FAILURE rfc822;her, x@files.test FAILURE rfc822;her",
        "two@corp.test | SUCCESS | | EXPANDED | ann@corp.test NEVER rfc822;two@corp.test,"
            + " x@files.test NEVER rfc822;two@corp.test",
        "two@corp.test | NEVER | | EXPANDED | ann@corp.test NEVER rfc822;two@corp.test,"
            + " x@files.test NEVER rfc822;two@corp.test",
        "eve@corp.test | SUCCESS,DELAY | | EXPANDED | eve@corp.test DELAY -,"
            + " eve@files.test DELAY rfc822;eve@corp.test",
        "team@corp.test | SUCCESS | rfc822;her | LIST | x@files.test - -",
        "by@corp.test | NEVER | | LIST | x@files.test - -",
        "mixed@corp.test | SUCCESS,FAILURE | rfc822;her | EXPANDED |"
            + " ann@corp.test FAILURE rfc822;her, x@files.test - -",
      })
  void parametersGoAlong(String to, String notify, String orcpt, Manner manner, String result) {
    EnvelopeRecipient recipient =
        new EnvelopeRecipient(
            ForwardPath.parse(to),
            Optional.ofNullable(notify).map(Notify::parse),
            Optional.ofNullable(orcpt).map(OriginalRecipient::parse));
    Expansion expansion =
        corp.snapshot().expand(recipient, ReversePath.parse("bob@files.test"), Origin.HUB);
    assertThat(expansion.manner()).isEqualTo(manner);
    assertThat(
            expansion.targets().stream()
                .map(target -> inWords(target.recipient()))
                .collect(Collectors.joining(", ")))
        .isEqualTo(result);
  }

  private static String inWords(EnvelopeRecipient recipient) {
    return recipient.path()
        + " "
        + recipient.notification().map(Notify::toString).orElse("-")
        + " "
        + recipient.originalRecipient().map(OriginalRecipient::toString).orElse("-");
  }
}
