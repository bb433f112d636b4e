package org.mailroom.probe;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificate that a server has shown.
 *
 * @param subject whose it is
 * @param issuer who says so
 * @param names hosts that it is for
 * @param ends when, as text
 * @param trust whether this server's authorities vouch for it now
 */
record PeerCertificate(
    String subject, String issuer, List<String> names, String ends, CertificateNote trust) {

  private static final int DNS_NAME = 2;

  /**
   * Of a session.
   *
   * @throws GeneralSecurityException when the certificate can't be read
   */
  static PeerCertificate of(SSLSession tls)
      throws GeneralSecurityException, SSLPeerUnverifiedException {
    Certificate[] sent = tls.getPeerCertificates();
    X509Certificate[] chain = new X509Certificate[sent.length];
    for (int i = 0; i < sent.length; i++) {
      chain[i] = (X509Certificate) sent[i];
    }
    return new PeerCertificate(
        chain[0].getSubjectX500Principal().getName(),
        chain[0].getIssuerX500Principal().getName(),
        names(chain[0]),
        chain[0].getNotAfter().toInstant().truncatedTo(ChronoUnit.SECONDS).toString(),
        trust(chain));
  }

  /** True when it is for this host (RFC 6125: a star stands for one label, the first). */
  boolean isFor(String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    int dot = wanted.indexOf('.');
    String star = dot < 0 ? wanted : "*" + wanted.substring(dot);
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals(wanted) || name.equals(star));
  }

  private static List<String> names(X509Certificate certificate) throws GeneralSecurityException {
    List<String> names = new ArrayList<>();
    if (certificate.getSubjectAlternativeNames() != null) {
      for (List<?> name : certificate.getSubjectAlternativeNames()) {
        if (name.get(0).equals(DNS_NAME)) {
          names.add(name.get(1).toString());
        }
      }
    }
    return names;
  }

  private static CertificateNote trust(X509Certificate[] chain) throws GeneralSecurityException {
    try {
      chain[0].checkValidity();
    } catch (CertificateExpiredException e) {
      return CertificateNote.EXPIRED;
    } catch (CertificateNotYetValidException e) {
      return CertificateNote.NOT_YET_VALID;
    }
    if (isTrusted(chain)) {
      return CertificateNote.TRUSTED;
    }
    return chain[0].getSubjectX500Principal().equals(chain[0].getIssuerX500Principal())
        ? CertificateNote.SELF_SIGNED
        : CertificateNote.UNKNOWN_ISSUER;
  }

  private static boolean isTrusted(X509Certificate[] chain) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager one) {
        try {
          one.checkServerTrusted(chain, "UNKNOWN");
          return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
          return false;
        }
      }
    }
    return false;
  }
}
