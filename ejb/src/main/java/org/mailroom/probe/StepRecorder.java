package org.mailroom.probe;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.mailroom.probe.TestStep.Kind;
import org.mailroom.probe.WayStep.Tone;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Transcript;

/** Makes steps of a test out of what is said, with the time that each took. For one thread. */
final class StepRecorder implements Transcript {

  private static final int MOST_NAMES = 10;

  private final DeliveryTest test;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private String host = "";
  private String said = "";
  private long since;
  private boolean muted;

  StepRecorder(DeliveryTest test, Clock clock, LongSupplier nanoTime) {
    this.test = test;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
  }

  /** What follows takes its time from now on. */
  void begin() {
    since = nanoTime.getAsLong();
  }

  /** Makes no steps of what is heard, as long as {@code quiet}: somebody else tells of it. */
  void mute(boolean quiet) {
    muted = quiet;
  }

  /** A host is about to be connected to. */
  void begin(String newHost) {
    host = newHost;
    said = "";
    begin();
  }

  void step(Kind kind, Tone tone, String subject, String answer, List<String> more) {
    long now = nanoTime.getAsLong();
    Duration took = Duration.ofNanos(now - since);
    since = now;
    test.add(new TestStep(kind, tone, clock.instant(), took, subject, answer, more));
  }

  @Override
  public void connected() {
    step(Kind.CONNECT, Tone.GOOD, host, "", List.of());
  }

  @Override
  public void said(String command) {
    said = command;
    begin();
  }

  @Override
  public void heard(SmtpReply reply) {
    if (muted) {
      return;
    }
    Kind kind = kind();
    boolean lines = kind == Kind.EHLO && reply.isPositive();
    step(
        kind,
        tone(reply),
        said,
        lines ? reply.code() + " " + reply.lines().get(0) : reply.toText(),
        lines ? reply.lines().subList(1, reply.lines().size()) : List.of());
  }

  @Override
  public void secured(SSLSession tls) {
    List<String> words = new ArrayList<>();
    Tone tone = Tone.GOOD;
    try {
      PeerCertificate shown = PeerCertificate.of(tls);
      boolean named = shown.isFor(host.replaceAll("[ \\[(].*", ""));
      tone = shown.trust() == CertificateNote.TRUSTED && named ? Tone.GOOD : Tone.WARNING;
      words.add(shown.subject());
      words.add("issuer: " + shown.issuer());
      words.add("until: " + shown.ends());
      words.add("names: " + String.join(", ", first(shown.names())));
      words.add(shown.trust().words());
      words.add((named ? CertificateNote.NAMED : CertificateNote.OTHER_HOST).words());
    } catch (SSLPeerUnverifiedException e) {
      tone = Tone.WARNING;
      words.add(CertificateNote.NONE.words());
    } catch (GeneralSecurityException e) {
      tone = Tone.WARNING;
      words.add("unreadable: " + e.getMessage());
    }
    step(Kind.TLS, tone, tls.getProtocol() + ", " + tls.getCipherSuite(), "", words);
  }

  private static List<String> first(List<String> names) {
    return names.subList(0, Math.min(MOST_NAMES, names.size()));
  }

  private Kind kind() {
    return switch (said.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
      case "" -> Kind.GREETING;
      case "EHLO", "HELO", "LHLO" -> Kind.EHLO;
      case "STARTTLS" -> Kind.STARTTLS;
      case "MAIL" -> Kind.MAIL;
      case "RCPT" -> Kind.RCPT;
      case "RSET" -> Kind.RSET;
      case "QUIT" -> Kind.QUIT;
      default -> Kind.FAILURE;
    };
  }

  static Tone tone(SmtpReply reply) {
    if (reply.isPermanent()) {
      return Tone.BAD;
    }
    return reply.isTransient() ? Tone.WARNING : Tone.GOOD;
  }
}
