package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.ReversePath;

/** What a session relies on, of any {@link Reception}. */
public interface ReceptionContract {

  /** The reception under test, ready to take mail. */
  Reception reception();

  /** A client of a trusted network. */
  InetAddress trustedClient();

  /** A recipient that is accepted from anybody. */
  ForwardPath recipientHere();

  /** A client that nobody trusts, out of a range that is nobody's. */
  default InetAddress stranger() {
    return IpLiteral.parse("192.0.2.77");
  }

  /** A recipient of a domain that is not the hub's. */
  default ForwardPath recipientElsewhere() {
    return ForwardPath.parse("somebody@elsewhere.example");
  }

  @Test
  default void theHubHasAName() {
    assertThat(Domain.of(reception().policy().hostname()).isLiteral()).isFalse();
  }

  @Test
  default void thePolicyStaysTheSameObject() {
    assertThat(reception().policy()).isSameAs(reception().policy());
  }

  @Test
  default void trustIsForTrustedNetworks() {
    assertThat(reception().policy().isTrusted(trustedClient())).isTrue();
    assertThat(reception().policy().isTrusted(stranger())).isFalse();
  }

  @Test
  default void aTrustedClientMayWriteToAnybody() {
    ReceptionPolicy policy = reception().policy();
    assertThat(policy.refuseRecipient(Peer.of(trustedClient()), ReversePath.NULL, recipientHere()))
        .isEmpty();
    assertThat(
            policy.refuseRecipient(
                Peer.of(trustedClient()), ReversePath.NULL, recipientElsewhere()))
        .isEmpty();
  }

  @Test
  default void aStrangerMayWriteToThisHubsPeopleOnly() {
    ReceptionPolicy policy = reception().policy();
    assertThat(policy.refuseRecipient(Peer.of(stranger()), ReversePath.NULL, recipientHere()))
        .isEmpty();
    assertThat(policy.refuseRecipient(Peer.of(stranger()), ReversePath.NULL, recipientElsewhere()))
        .hasValueSatisfying(refusal -> assertThat(refusal.toText()).startsWith("550 5.7.1 "));
  }

  @Test
  default void anybodyMayWriteToPostmaster() {
    ReceptionPolicy policy = reception().policy();
    assertThat(policy.refuseRecipient(Peer.of(stranger()), ReversePath.NULL, policy.postmaster()))
        .isEmpty();
  }

  @Test
  default void aMailMayBegin() {
    assertThat(reception().policy().refuseMail(Peer.of(trustedClient()), ReversePath.NULL))
        .isEmpty();
  }

  @Test
  default void anAcceptedMailIsReadAndItsContentIsLeftToTheCaller() {
    CountedContent content = new CountedContent("Subject: contract\r\n\r\nHello\r\n");
    assertThat(reception().receive(mail(content))).isInstanceOf(ReceptionOutcome.Accepted.class);
    assertThat(content.closed).hasValue(0);
    assertThat(content.opened.get()).isPositive();
  }

  /** A mail from a trusted client for a recipient here. */
  private ReceivedMail mail(MessageContent content) {
    return new ReceivedMail(
        reception().policy().queueIds().next(),
        Envelope.of(
            ReversePath.parse("contract@elsewhere.example"),
            List.of(EnvelopeRecipient.of(recipientHere()))),
        content,
        "contract",
        Peer.of(trustedClient()),
        "contract.example",
        "ESMTP");
  }

  /** A content that counts what is done with it. */
  final class CountedContent implements MessageContent {

    private final InMemoryContent octets;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    CountedContent(String text) {
      this.octets = new InMemoryContent(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public long size() {
      return octets.size();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      opened.incrementAndGet();
      octets.writeTo(out);
    }

    @Override
    public InputStream open() {
      opened.incrementAndGet();
      return octets.open();
    }

    @Override
    public boolean isInMemory() {
      return true;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
