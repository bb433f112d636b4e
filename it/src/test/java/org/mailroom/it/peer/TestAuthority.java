package org.mailroom.it.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of the tests' own, and certificates for peers, made by the JDK's keytool. */
public final class TestAuthority {

  private static final String PASSWORD = "not-a-secret";
  private static final String AUTHORITY = "authority";
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Path keys;

  /** One whose files are in this folder, which is made. */
  public TestAuthority(Path folder) throws IOException, GeneralSecurityException {
    this.folder = Files.createDirectories(folder);
    this.keys = folder.resolve("keys.p12");
    Files.deleteIfExists(keys);
    make(AUTHORITY, "CN=Authority of the tests", "-ext", "bc:critical=ca:true");
    KeyStore trusted = empty();
    trusted.setCertificateEntry(AUTHORITY, load().getCertificate(AUTHORITY));
    try (OutputStream out = Files.newOutputStream(trustStore())) {
      trusted.store(out, PASSWORD.toCharArray());
    }
  }

  /** What a JVM that trusts this authority is started with. */
  public String javaOptions() {
    return "-Djavax.net.ssl.trustStore="
        + trustStore()
        + " -Djavax.net.ssl.trustStorePassword="
        + PASSWORD;
  }

  private Path trustStore() {
    return folder.resolve("trusted.p12").toAbsolutePath();
  }

  /** A certificate of this authority for a host. */
  public SSLContext vouchingFor(String host) throws IOException, GeneralSecurityException {
    make(host, "CN=" + host, "-ext", "san=dns:" + host, "-signer", AUTHORITY);
    return context(host);
  }

  /** A certificate for a host that was valid for a day, ten days ago. */
  public SSLContext expiredFor(String host) throws IOException, GeneralSecurityException {
    make(
        host,
        "CN=" + host,
        "-ext",
        "san=dns:" + host,
        "-signer",
        AUTHORITY,
        "-startdate",
        "-10d",
        "-validity",
        "1");
    return context(host);
  }

  /** A certificate for a host that nobody but its key vouches for. */
  public SSLContext selfSigned(String host) throws IOException, GeneralSecurityException {
    make(host, "CN=" + host, "-ext", "san=dns:" + host);
    return context(host);
  }

  private void make(String alias, String name, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                name));
    command.addAll(List.of(more));
    Path said = folder.resolve("keytool.txt");
    Process keytool =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new AssertionError("keytool failed: " + Files.readString(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      keytool.destroyForcibly();
    }
  }

  private SSLContext context(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = load();
    KeyStore one = empty();
    char[] password = PASSWORD.toCharArray();
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      all.load(in, PASSWORD.toCharArray());
    }
    return all;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore none = KeyStore.getInstance("PKCS12");
    none.load(null, null);
    return none;
  }
}
