package org.mailroom.directory.setup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.audit.AuditedAction;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Role;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.directory.store.Change;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.settings.Settings;

/** What the settings of the first start make: a domain, an administrator, who may relay. */
final class FirstDirectory {

  private FirstDirectory() {}

  static Change of(Settings settings, Optional<StoredPassword> password) {
    Account administrator = administrator(settings);
    DirectoryData data =
        new DirectoryData(
            Stream.concat(
                    Stream.of(MailDomain.local(settings.domain())),
                    settings.relayDomains().stream()
                        .filter(domain -> !domain.equals(settings.domain()))
                        .map(MailDomain::relay))
                .toList(),
            List.of(administrator),
            List.of(),
            List.of(),
            List.of(),
            settings.trustedNetworks().stream()
                .distinct()
                .map(network -> new TrustedNetwork(network, "from the first start", false))
                .toList());
    return new Change(
        data,
        password.map(stored -> Map.of(administrator.key(), stored)).orElse(Map.of()),
        AuditedAction.of("first start", "begin directory", settings.domain().text(), ""),
        data.domains().size() + 1L + data.networks().size());
  }

  private static Account administrator(Settings settings) {
    return new Account(
        0,
        address(settings.admin(), settings.domain()),
        "",
        0,
        0,
        true,
        Set.of(Role.ADMINISTRATOR),
        Locale.ENGLISH,
        Set.of(),
        List.of(),
        true,
        Set.of());
  }

  /** A user name as the address of somebody in the first domain, whatever stands behind its @. */
  private static Address address(String user, Domain domain) {
    String local = user.contains("@") ? user.substring(0, user.indexOf('@')) : user;
    try {
      return new Address(local, domain);
    } catch (IllegalArgumentException e) {
      return new Address('"' + local + '"', domain);
    }
  }
}
