package org.mailroom.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.mailroom.settings.CertificateFiles;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;

/** A certificate that this hub makes for itself, and keeps for as long as it has the right name. */
final class SelfSigned {

  private static final Logger LOG = System.getLogger(SelfSigned.class.getName());
  private static final int YEARS = 10;
  private static final int LINE = 64;
  private static final int DNS_NAME = 2;
  private static final int LONGEST_COMMON_NAME = 64;

  private final Path folder;
  private final CertificateFiles files;
  private final String hostname;
  private final Clock clock;

  SelfSigned(Path folder, String hostname, Clock clock) {
    this.folder = folder;
    this.files = new CertificateFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    this.hostname = hostname;
    this.clock = clock;
  }

  /**
   * The files, made first when there are none that fit.
   *
   * @throws IOException when they can't be written
   */
  CertificateFiles files() throws IOException {
    if (!fits()) {
      make();
    }
    return files;
  }

  private boolean fits() {
    if (!Files.exists(files.certificate()) || !Files.exists(files.key())) {
      return false;
    }
    try {
      X509Certificate certificate = files.read().chain().getFirst();
      certificate.checkValidity(Date.from(clock.instant()));
      return isFor(certificate);
    } catch (IOException | GeneralSecurityException e) {
      LOG.log(Level.WARNING, "The self-signed certificate is made anew: " + e.getMessage());
      return false;
    }
  }

  private boolean isFor(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names != null
        && names.stream().anyMatch(n -> n.get(0).equals(DNS_NAME) && hostname.equals(n.get(1)));
  }

  private void make() throws IOException {
    ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    String name = hostname.length() <= LONGEST_COMMON_NAME ? hostname : "Mailroom";
    try {
      SelfSignedX509CertificateAndSigningKey made =
          SelfSignedX509CertificateAndSigningKey.builder()
              .setDn(new X500Principal("CN=" + name))
              .setKeyAlgorithmName("EC")
              .setKeySize(256)
              .setSignatureAlgorithmName("SHA256withECDSA")
              .setNotValidBefore(now.minusDays(1))
              .setNotValidAfter(now.plusYears(YEARS))
              .addExtension(
                  new SubjectAlternativeNamesExtension(
                      false, List.of(new GeneralName.DNSName(hostname))))
              .build();
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      write(files.key(), "PRIVATE KEY", made.getSigningKey().getEncoded());
      write(files.certificate(), "CERTIFICATE", made.getSelfSignedCertificate().getEncoded());
      LOG.log(Level.INFO, "Made a self-signed certificate for " + hostname + " in " + folder);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("A self-signed certificate can't be made", e);
    }
  }

  /** Whole or not at all, and for its owner alone from the first octet on. */
  private void write(Path file, String what, byte[] octets) throws IOException {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    String text =
        "-----BEGIN "
            + what
            + "-----\n"
            + encoder.encodeToString(octets)
            + "\n-----END "
            + what
            + "-----\n";
    Path part = Files.createTempFile(folder, "new", ".pem");
    Files.write(part, text.getBytes(US_ASCII));
    Files.move(part, file, ATOMIC_MOVE);
  }
}
