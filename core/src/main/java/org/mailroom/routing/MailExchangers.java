package org.mailroom.routing;

import java.net.InetAddress;
import java.util.List;
import org.mailroom.mail.Domain;

/**
 * DNS as routing needs it (RFC 5321, 5.1). Answers are the resolver's at the time of asking; a
 * failure to get any is an exception, never an empty list.
 */
public interface MailExchangers {

  /** One MX record. */
  record MailExchanger(int preference, String host) {}

  /**
   * The MX records of a domain in any order; empty when the domain exists and has none.
   *
   * @throws NoSuchDomainException for NXDOMAIN
   * @throws DnsUnavailableException for SERVFAIL, a timeout or an unusable answer
   */
  List<MailExchanger> mailExchangers(Domain domain)
      throws NoSuchDomainException, DnsUnavailableException;

  /**
   * The addresses of a host, IPv6 and IPv4; empty when it has none or doesn't exist.
   *
   * @throws DnsUnavailableException for SERVFAIL, a timeout or an unusable answer
   */
  List<InetAddress> addresses(String host) throws DnsUnavailableException;

  /** DNS says that there is no such domain. */
  class NoSuchDomainException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** DNS gave no usable answer, now. */
  class DnsUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what the resolver said. */
    public DnsUnavailableException(String message) {
      super(message);
    }
  }
}
