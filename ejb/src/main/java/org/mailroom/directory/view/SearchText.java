package org.mailroom.directory.view;

import java.net.InetAddress;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Route;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.mail.IpLiteral;

/** What somebody types to find entries: a part of what they know them by, in any case. */
public final class SearchText {

  private final String text;
  private final Optional<InetAddress> client;

  /** Finds all entries when {@code typed} is blank. */
  public SearchText(String typed) {
    this.text = plain(typed.strip());
    this.client = client(text);
  }

  /** True when the entry has the text. */
  public boolean isIn(DirectoryEntry entry) {
    return text.isEmpty()
        || switch (entry) {
          case Account account -> in(account.address()) || in(account.name());
          case Alias alias -> in(alias.address()) || inOne(alias.targets());
          case DistributionList list ->
              in(list.address())
                  || in(list.name())
                  || inOne(list.members())
                  || inOne(list.owners())
                  || inOne(list.moderators());
          case MailDomain domain ->
              in(domain.name()) || in(domain.key()) || inOne(domain.aliases());
          case Route route ->
              in(route.name())
                  || in(route.host())
                  || in(route.domains().orElse(""))
                  || in(route.senders().orElse(""));
          case TrustedNetwork network -> in(network.comment()) || covers(network);
        };
  }

  /** An address finds the networks that have it, too. */
  private boolean covers(TrustedNetwork trusted) {
    return in(trusted.network()) || client.filter(trusted.network()::contains).isPresent();
  }

  private static Optional<InetAddress> client(String text) {
    try {
      return Optional.of(IpLiteral.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean inOne(List<?> values) {
    return values.stream().anyMatch(this::in);
  }

  private boolean in(Object value) {
    return plain(value.toString()).contains(text);
  }

  private static String plain(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
