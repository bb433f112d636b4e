package org.mailroom.certificate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.mailroom.settings.CertificateFiles;
import org.mailroom.settings.ServerKey;
import org.mailroom.settings.Settings;
import org.mailroom.transport.ServerTls;

/** The certificate in use, and the look for a newer one. */
@Singleton
public class Certificates {

  private static final Logger LOG = System.getLogger(Certificates.class.getName());

  private final CertificateFiles files;
  private final ServerTls tls;
  private final Clock clock;
  private String seen;
  private volatile String trouble = "";
  private volatile Instant ends;

  /** Reads the certificate of the settings, or makes one. */
  @Inject
  public Certificates(Settings settings, Clock clock) {
    this.clock = clock;
    try {
      this.files =
          settings.certificate().isPresent()
              ? settings.certificate().get()
              : new SelfSigned(settings.data().resolve("tls"), settings.hostname().ascii(), clock)
                  .files();
      this.seen = state();
      ServerKey pair = files.read();
      this.tls = new ServerTls(context(pair));
      this.ends = end(pair);
    } catch (IOException e) {
      throw new UncheckedIOException("No certificate for TLS: " + e.getMessage(), e);
    }
  }

  /** What listeners use. */
  public ServerTls tls() {
    return tls;
  }

  /** Takes files that have changed, if they are a pair. For one thread at a time. */
  public void look() {
    String now = state();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      ServerKey pair = files.read();
      tls.replace(context(pair));
      ends = end(pair);
      trouble = "";
      LOG.log(Level.INFO, "The certificate was replaced by " + files.certificate());
    } catch (IOException e) {
      trouble = e.getMessage() + ", since " + clock.instant().truncatedTo(ChronoUnit.SECONDS);
      LOG.log(Level.WARNING, "The certificate stays what it was: " + e.getMessage());
    }
  }

  /** Why the files that are there now are not used, until they are a pair again. */
  public Optional<String> trouble() {
    return Optional.of(trouble).filter(text -> !text.isEmpty());
  }

  /** When the certificate in use ends. */
  public Instant ends() {
    return ends;
  }

  private static Instant end(ServerKey pair) {
    return pair.chain().getFirst().getNotAfter().toInstant();
  }

  private SSLContext context(ServerKey pair) throws IOException {
    X509Certificate certificate = pair.chain().getFirst();
    if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
      LOG.log(Level.WARNING, "The certificate has expired: " + files.certificate());
    }
    char[] nobodys = new char[0];
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("hub", pair.key(), nobodys, pair.chain().toArray(X509Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, nobodys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate can't be used for TLS: " + e.getMessage(), e);
    }
  }

  /** Differs when one of the files was written, or replaced. */
  private String state() {
    return state(files.certificate()) + " " + state(files.key());
  }

  private static String state(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    } catch (IOException e) {
      return "missing";
    }
  }
}
