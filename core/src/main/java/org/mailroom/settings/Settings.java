package org.mailroom.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mail.Domain;
import org.mailroom.retry.RetrySchedule;
import org.mailroom.smtp.client.SmtpClientTimeouts;

/**
 * All settings of a hub, each of them valid. {@link SettingsParser} makes them; {@code
 * docs/settings.md} describes them.
 *
 * @param data the data directory, absolute
 * @param wildflyHome the application server's folder, absolute; empty inside the server
 * @param bind address of all listeners
 * @param ports TCP ports; 0 turns a listener off
 * @param certificate what TLS listeners show; empty for one of the hub's own making
 * @param remoteSmtpPort the port on which mail exchangers found by MX are spoken to, 1 to 65535
 * @param remoteTimeouts how long next hops are waited for
 * @param hostname this hub in EHLO, Received and Reporting-MTA
 * @param domain the first domain; postmaster's
 * @param admin user name of the first administrator
 * @param adminPassword the first administrator's password; always empty inside the server
 * @param smartHost takes all mail that is not local
 * @param smartHostTls TLS demand towards the smart host
 * @param smartHostLogin who this hub is at the smart host
 * @param trustedNetworks may relay anywhere
 * @param relayDomains accepted from anyone
 * @param dns a resolver other than the system's
 * @param retry when deferred mail is tried again
 * @param expiry age at which a deferred mail is given up
 * @param delayNotice age at which a sender is told of a delay; never, when not below the expiry
 * @param messageSize octets, 64 KiB to 1 GiB
 * @param relaySessions relay consumers, 1 to 1000
 * @param stopGrace how long a stop waits for sessions in DATA, up to an hour
 * @param database a database other than the one in the data directory
 * @param trackingDays for how long the database knows what happened to a mail, 0 (not at all) to
 *     3650
 * @param heap the server's maximum heap in octets
 * @param javaOptions further options for the server's JVM
 * @param shortage from when on the hub takes less mail
 */
public record Settings(
    Path data,
    Optional<Path> wildflyHome,
    InetAddress bind,
    Ports ports,
    Optional<CertificateFiles> certificate,
    int remoteSmtpPort,
    SmtpClientTimeouts remoteTimeouts,
    Domain hostname,
    Domain domain,
    String admin,
    Optional<Secret> adminPassword,
    Optional<HostPort> smartHost,
    TlsDemand smartHostTls,
    Optional<Login> smartHostLogin,
    List<Network> trustedNetworks,
    Set<Domain> relayDomains,
    Optional<HostPort> dns,
    RetrySchedule retry,
    Duration expiry,
    Duration delayNotice,
    long messageSize,
    int relaySessions,
    Duration stopGrace,
    Optional<DatabaseAddress> database,
    int trackingDays,
    long heap,
    List<String> javaOptions,
    Shortage shortage) {

  /** TCP ports, 0 for a listener that is off. */
  public record Ports(
      int smtp,
      int submission,
      int submissions,
      int pop3,
      int pop3s,
      int imap,
      int imaps,
      int http,
      int https,
      int management) {

    /** Those of the mail listeners, by setting, in the order in which people look for them. */
    public Map<SettingName, Integer> mail() {
      Map<SettingName, Integer> mail = new LinkedHashMap<>();
      mail.put(SettingName.SMTP_PORT, smtp);
      mail.put(SettingName.SUBMISSION_PORT, submission);
      mail.put(SettingName.SUBMISSIONS_PORT, submissions);
      mail.put(SettingName.POP3_PORT, pop3);
      mail.put(SettingName.POP3S_PORT, pop3s);
      mail.put(SettingName.IMAP_PORT, imap);
      mail.put(SettingName.IMAPS_PORT, imaps);
      return mail;
    }
  }

  /**
   * When the hub takes less mail, in percent.
   *
   * @param diskLow disk use from which on only trusted clients are taken mail from, 1 to 94
   * @param diskFull disk use from which on no mail is taken, {@code diskLow} to 94
   * @param heapFull heap in use after a collection from which on no client is let in, 1 to 95
   */
  public record Shortage(int diskLow, int diskFull, int heapFull) {}
}
