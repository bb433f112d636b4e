package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;

class RecipientListTest {

  @Test
  void whatIsWrittenIsReadBack() {
    List<EnvelopeRecipient> recipients =
        List.of(
            EnvelopeRecipient.of(ForwardPath.parse("bob@files.test")),
            new EnvelopeRecipient(
                ForwardPath.parse("\"a b\"@corp.test"),
                Optional.of(new Notify(EnumSet.allOf(Notify.Event.class))),
                Optional.of(new OriginalRecipient("rfc822", "a+b=c d@corp.test"))),
            new EnvelopeRecipient(
                ForwardPath.parse("用户@例子.test"), Optional.of(Notify.NEVER), Optional.empty()),
            new EnvelopeRecipient(
                ForwardPath.parse("eve@corp.test"),
                Optional.empty(),
                Optional.of(new OriginalRecipient("utf-8", "用户@例子.test"))));

    assertThat(RecipientList.parse(RecipientList.format(recipients))).isEqualTo(recipients);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no-address", "a@b.test\n", "a@b.test\tNEVER", "a@b.test\tSOMETIMES\t"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> RecipientList.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
