package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;

class RecordReaderTest {

  private static final Address ANN = Address.parse("\u00e4nn@corp.test");

  static Stream<QueuedMail> mails() {
    QueuedMail plain = QueuedMails.received(1);
    List<EnvelopeRecipient> hundred = new ArrayList<>();
    for (int i = 0; i < QueuedMail.MAX_RECIPIENTS; i++) {
      hundred.add(EnvelopeRecipient.of(ForwardPath.parse("\"a\\\\b=" + i + "\"@example.test")));
    }
    return Stream.of(
        plain,
        QueuedMails.deferred(1, 300),
        QueuedMails.full(),
        QueuedMails.from(new Origin("192.0.2.1", Optional.of(ANN), false)),
        QueuedMails.from(new Origin("2001:db8::1", Optional.empty(), true)),
        plain.parked(plain.group(), QueuedMails.NOON),
        plain.split(7, plain.envelope().reversePath(), hundred, ""),
        plain.afterAttempt(
            plain.envelope().recipients(),
            "[2001:db8::1]:25",
            new Diagnosis(
                "dot", EnhancedStatusCode.of("4.0.0"), "451 a\\nb =c\\", false, Optional.empty()),
            Instant.EPOCH,
            QueuedMails.NOON,
            true));
  }

  @ParameterizedTest
  @MethodSource("mails")
  void whatWasWrittenIsRead(QueuedMail mail) throws UnreadableMailException {
    assertThat(RecordReader.of(ShownMessage.written(mail)).mail(mail.content())).isEqualTo(mail);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void theRecordIsEnough(QueuedMail mail) throws UnreadableMailException {
    Map<String, Object> waiting = Map.of(QueueRecord.RECORD, RecordWriter.pack(mail));
    RecordReader reader = RecordReader.of(waiting);
    assertThat(reader.size()).isEqualTo(mail.content().size());
    assertThat(reader.mail(mail.content())).isEqualTo(mail);
  }

  @Test
  void aMessageOfTheFirstVersionIsRead() throws UnreadableMailException {
    Map<String, Object> old = new HashMap<>();
    old.put("queueId", "01HZY8Q2K0007");
    old.put("part", "2.1");
    old.put("generation", 3);
    old.put("kind", "relay");
    old.put("reversePath", "\u00e4nn@corp.test");
    old.put(
        "recipients",
        "bob@example.test\tSUCCESS,DELAY\trfc822;b+2Bob@example.test\n\u7530@example.test");
    old.put("routingGroup", "example.test");
    old.put("body", "EIGHT_BIT_MIME");
    old.put("smtpUtf8", true);
    old.put("ret", "HDRS");
    old.put("envelopeId", "an id = with a space");
    old.put("client", "192.0.2.1");
    old.put("size", 4096L);
    old.put("firstQueued", QueuedMails.NOON.plusSeconds(7).toEpochMilli());
    old.put("expiry", QueuedMails.NOON.plusSeconds(432_007).toEpochMilli());
    old.put("attempts", 4);
    old.put("faults", 2);
    old.put("delayNoticeSent", true);
    old.put("nextHop", "mx.example.test");
    old.put("lastAttempt", QueuedMails.NOON.plusSeconds(8).toEpochMilli());
    old.put("nextAttempt", QueuedMails.NOON.plusSeconds(300).toEpochMilli());
    old.put("lastStage", "rcpt");
    old.put("lastStatus", "4.2.2");
    old.put("lastText", "452 4.2.2 Mailbox full");
    old.put("lastIsReply", true);
    old.put("lastRemoteMta", "mx1.example.test");
    old.put("route", "[192.0.2.9]:2525");
    old.put("about", "01HZY8Q2K0001/1/2");
    RecordReader reader = RecordReader.of(old);
    assertThat(reader.mail(new ContentInBroker(reader.size()))).isEqualTo(QueuedMails.full());
  }

  @Test
  void aRecordWithoutUsersIsOfATrustedClient() throws UnreadableMailException {
    Map<String, Object> before =
        Map.of(
            QueueRecord.RECORD,
            "i=01HZY8Q2K0001\np=1\n+=0\nf=ann@corp.test\nt=team@corp.test\ng=local:recipients\n"
                + "q=mgz1jk5s\ne=mh64ztts\nc=192.0.2.7\ns=3dn");
    RecordReader reader = RecordReader.of(before);
    assertThat(reader.mail(new ContentInBroker(reader.size())).origin())
        .isEqualTo(Origin.trusted("192.0.2.7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no line", "i=01HZY8Q2K0007", "f=\\x"})
  void whatIsNoRecordIsRefused(String record) {
    RecordReader reader = RecordReader.of(Map.of(QueueRecord.RECORD, record));
    assertThatThrownBy(reader::size).isInstanceOf(UnreadableMailException.class);
  }

  @Test
  void linesOfALaterVersionAreLeftOut() throws UnreadableMailException {
    QueuedMail mail = QueuedMails.received(1);
    Map<String, Object> later =
        Map.of(QueueRecord.RECORD, RecordWriter.pack(mail) + "\nnew=something");
    assertThat(RecordReader.of(later).mail(mail.content())).isEqualTo(mail);
  }

  @Test
  void aWaitingMailIsDescribedInFewCharacters() {
    assertThat(RecordWriter.pack(QueuedMails.deferred(1, 300))).hasSizeLessThan(240);
  }

  @Test
  void theHeaderIsCountedGenerously() {
    QueuedMail mail = QueuedMails.full();
    int octets = 2 * RecordWriter.pack(mail).length();
    assertThat(RecordWriter.headerSize(mail)).isBetween(octets + 1000, octets + 4000);
  }
}
