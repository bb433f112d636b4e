package org.mailroom.console.domains;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Phrases;
import org.mailroom.console.directory.EntriesView;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.view.DirectoryView;
import org.mailroom.directory.view.DomainCensus;
import org.mailroom.mail.Domain;

/** The Domains page. Its state is its address: {@code ?name=corp.test}. */
@Named
@ViewScoped
public class DomainsView extends EntriesView {

  private static final long serialVersionUID = 1L;

  @Inject private transient DirectoryView directory;

  private transient Map<Domain, DomainCensus> censuses;

  /** All domains at first. */
  public DomainsView() {
    super(EntryKind.DOMAIN);
  }

  @Override
  protected List<DirectoryEntry> matching() {
    return directory.find(seen(), EntryKind.DOMAIN, getText());
  }

  @Override
  protected DomainLine line(DirectoryEntry entry, Phrases phrases) {
    if (censuses == null) {
      censuses = directory.censuses();
    }
    MailDomain domain = (MailDomain) entry;
    return DomainLine.of(
        domain, censuses.getOrDefault(domain.name(), DomainCensus.NOBODY), phrases);
  }

  @Override
  protected Map<String, String> defaults() {
    return Map.of("language", "en", "quota", "0", "quota_messages", "0");
  }

  /** The domain that is open, with what is in it. */
  public DomainLine getOpened() {
    return entry().map(domain -> line(domain, phrases())).orElse(null);
  }
}
