package org.mailroom.directory.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.directory.MailDomain;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

/** A domain as the database keeps it. */
@Entity
@Table(name = "directory_domain")
public class DomainRow implements Row<MailDomain> {

  @Id
  @Column(name = "domain_key")
  private String key;

  private String name;
  private boolean relay;

  @ElementCollection
  @CollectionTable(name = "directory_domain_alias", joinColumns = @JoinColumn(name = "domain_key"))
  @OrderColumn(name = "place")
  @Column(name = "name")
  private List<String> aliases = new ArrayList<>();

  @Column(name = "catch_all")
  private String catchAll;

  @Column(name = "quota_octets")
  private long quotaOctets;

  @Column(name = "quota_messages")
  private long quotaMessages;

  private String language;

  /** For the database. */
  protected DomainRow() {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public void take(MailDomain domain) {
    key = domain.key();
    name = domain.name().text();
    relay = domain.relay();
    Columns.replace(aliases, Columns.texts(domain.aliases()));
    catchAll = Columns.text(domain.catchAll());
    quotaOctets = domain.quotaOctets();
    quotaMessages = domain.quotaMessages();
    language = domain.language().toLanguageTag();
  }

  @Override
  public MailDomain value() {
    return new MailDomain(
        Domain.of(name),
        relay,
        aliases.stream().map(Domain::of).toList(),
        Optional.ofNullable(catchAll).map(Address::parse),
        quotaOctets,
        quotaMessages,
        Locale.forLanguageTag(language));
  }
}
