package org.mailroom.console.deliverytest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Phrases;
import org.mailroom.probe.CertificateNote;

class CertificateWordsTest {

  private static final Phrases CHINESE =
      new Phrases(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC, Instant.EPOCH);

  @ParameterizedTest
  @EnumSource(CertificateNote.class)
  void everyNoteIsSaidInTheReadersLanguage(CertificateNote note) {
    assertThat(CertificateWords.of(note.words(), CHINESE)).matches(".*\\p{IsHan}.*");
  }

  @Test
  void whatTheCertificateSaysStaysAsItIs() {
    assertThat(CertificateWords.of("issuer: CN=a: b, O='{0}'", CHINESE))
        .isEqualTo("颁发者：CN=a: b, O='{0}'");
    assertThat(CertificateWords.of("CN=mx.corp.test", CHINESE)).isEqualTo("CN=mx.corp.test");
  }
}
