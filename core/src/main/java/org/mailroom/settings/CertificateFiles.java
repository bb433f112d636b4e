package org.mailroom.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate and its key in PEM files: the certificate with those that signed it behind it, the
 * key of type RSA, EC or EdDSA, not encrypted, in PKCS #8 ({@code BEGIN PRIVATE KEY}).
 *
 * @param certificate absolute
 * @param key absolute; a file that everybody can read is refused
 */
public record CertificateFiles(Path certificate, Path key) {

  private static final int MOST_OCTETS = 1 << 20;
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");

  /** What keeps the files from being used, in one line. */
  public Optional<String> problem() {
    try {
      read();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Reads both.
   *
   * @throws IOException when they are no pair; the message says which file and why, in one line,
   *     and shows nothing of the key
   */
  public ServerKey read() throws IOException {
    List<X509Certificate> chain = chain();
    String algorithm = chain.getFirst().getPublicKey().getAlgorithm();
    PrivateKey privateKey = privateKey(algorithm);
    if (!isPair(privateKey, chain.getFirst())) {
      throw new IOException(key + " is not the key of " + certificate);
    }
    return new ServerKey(privateKey, chain);
  }

  private List<X509Certificate> chain() throws IOException {
    byte[] octets = octets(certificate);
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(octets))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (GeneralSecurityException e) {
      // Says the same below.
    }
    throw new IOException(certificate + " has no certificate in PEM");
  }

  private PrivateKey privateKey(String algorithm) throws IOException {
    String text = new String(octets(key), ISO_8859_1);
    if (Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ)) {
      throw new IOException(key + " can be read by everybody: expected a file for its owner alone");
    }
    Matcher matcher = KEY.matcher(text);
    if (!matcher.find()) {
      throw new IOException(
          OTHER_KEY.matcher(text).find()
              ? key + " has a key of an older form: openssl pkcs8 -topk8 -nocrypt makes a new one"
              : key + " has no private key in PEM");
    }
    try {
      byte[] octets = Base64.getMimeDecoder().decode(matcher.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(octets));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(key + " is not the key of " + certificate);
    }
  }

  private static byte[] octets(Path file) throws IOException {
    byte[] octets;
    try (InputStream in = Files.newInputStream(file)) {
      octets = in.readNBytes(MOST_OCTETS + 1);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " doesn't exist", e);
    } catch (IOException e) {
      throw new IOException(file + " can't be read", e);
    }
    if (octets.length > MOST_OCTETS) {
      throw new IOException(file + " has more than 1 MiB");
    }
    return octets;
  }

  /** Whether what the key signs is what the certificate's key has signed. */
  private static boolean isPair(PrivateKey key, X509Certificate certificate) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] text = {1, 2, 3};
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
