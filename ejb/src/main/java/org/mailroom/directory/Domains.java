package org.mailroom.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mail.Domain;

/** Local domains by each of their names, and relay domains. */
final class Domains {

  private final Map<String, MailDomain> local = new HashMap<>();
  private final Set<Domain> relayed = new HashSet<>();

  Domains(List<MailDomain> domains) {
    for (MailDomain domain : domains) {
      if (domain.relay()) {
        relayed.add(domain.name());
      } else {
        local.put(domain.name().ascii(), domain);
        domain.aliases().forEach(alias -> local.putIfAbsent(alias.ascii(), domain));
      }
    }
  }

  boolean isLocal(Domain domain) {
    return local.containsKey(domain.ascii());
  }

  boolean isRelayed(Domain domain) {
    return relayed.contains(domain);
  }

  /** The local domain that a name means. */
  Optional<MailDomain> find(Domain domain) {
    return Optional.ofNullable(local.get(domain.ascii()));
  }

  /** The key with the main name of the domain. */
  AddressKey main(AddressKey key) {
    MailDomain domain = local.get(key.domain());
    return domain == null ? key : key.in(domain.name().ascii());
  }
}
