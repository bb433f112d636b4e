package org.mailroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.dsn.Notify;

/** Envelopes and what they refuse. */
class EnvelopeTest {

  private static final EnvelopeRecipient BOB = EnvelopeRecipient.of(ForwardPath.parse("bob@b"));

  @Test
  void anEnvelopeNeedsARecipient() {
    assertThatIllegalArgumentException().isThrownBy(() -> Envelope.of(ReversePath.NULL, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\0", "\u001B[2J", "\u0085"})
  void anEnvelopeIdWithAControlCharacterIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Envelope(
                    ReversePath.NULL,
                    List.of(BOB),
                    BodyType.SEVEN_BIT,
                    false,
                    Optional.empty(),
                    Optional.of(id)));
  }

  @Test
  void otherRecipientsLeaveTheRestAsItIs() {
    EnvelopeRecipient eve = EnvelopeRecipient.of(ForwardPath.parse("eve@b"));
    Envelope envelope = Envelope.of(ReversePath.parse("a@b"), List.of(BOB));
    assertThat(envelope.withRecipients(List.of(eve)))
        .isEqualTo(Envelope.of(ReversePath.parse("a@b"), List.of(eve)));
  }

  @Test
  void aRecipientWithoutNotifyWantsToHearOfFailureAndDelay() {
    assertThat(BOB.wants(Notify.Event.FAILURE)).isTrue();
    assertThat(BOB.wants(Notify.Event.DELAY)).isTrue();
    assertThat(BOB.wants(Notify.Event.SUCCESS)).isFalse();
  }
}
