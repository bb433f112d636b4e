package org.mailroom.console.deliverytest;

import java.util.Set;
import org.mailroom.console.Phrases;
import org.mailroom.probe.CertificateNote;

/** What a test says of a certificate, in the reader's language. */
final class CertificateWords {

  private static final Set<String> LABELS = Set.of("issuer", "until", "names");

  private CertificateWords() {}

  /** A line of the step; what the certificate itself says stays as it is. */
  static String of(String line, Phrases phrases) {
    String label = line.replaceFirst(": .*", "");
    if (LABELS.contains(label)) {
      return phrases.text("certificate." + label, line.substring(label.length() + 2));
    }
    return CertificateNote.of(line)
        .map(note -> phrases.text("certificate." + note.name()))
        .orElse(line);
  }
}
