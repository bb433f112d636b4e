package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.directory.DirectoryDesk;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.Organisation;
import org.mailroom.directory.change.Requester;

/** The first step: the organisation and its domain. */
@Named
@RequestScoped
public class FirstDomainView {

  @Inject private DirectoryDesk desk;
  @Inject private DirectoryChanges directory;
  @Inject private StepDeeds deeds;
  @Inject private Appearance appearance;

  @Inject private Organisation organisation;
  @Inject private Access access;

  private String owner;
  private String name = "";
  private String language = "";

  /** Names the organisation, and adds the domain; without a domain it stays here. */
  public void add() throws IOException {
    deeds.attempt(
        () -> {
          boolean renamed = rename();
          if (renamed && name.isEmpty()) {
            String said = owner.isEmpty() ? "said.organisation.none" : "said.organisation";
            deeds.leaveFor(FirstStep.DOMAIN, said, owner);
            return;
          }
          Map<String, String> fields = Map.of("name", name, "language", language);
          String added = desk.add(EntryKind.DOMAIN, fields, StepDeeds.REASON).title();
          deeds.leaveFor(FirstStep.ADMINISTRATOR, "said.added", added);
        });
  }

  private boolean rename() throws DirectoryException {
    String before = organisation.name();
    if (owner != null && !owner.equals(before)) {
      access.requireChange("organisation");
      organisation.rename(owner, new Requester(access.actor(), StepDeeds.REASON));
    }
    return !organisation.name().equals(before);
  }

  /** The name of the organisation. */
  public String getOwner() {
    return owner == null ? organisation.name() : owner;
  }

  /** Takes the name of the organisation. */
  public void setOwner(String owner) {
    this.owner = owner == null ? "" : owner.strip();
  }

  /** Those that are there. */
  public List<String> getDomains() {
    return directory.data().domains().stream()
        .filter(domain -> !domain.relay())
        .map(MailDomain::title)
        .toList();
  }

  /** The name of the domain. */
  public String getName() {
    return name;
  }

  /** Takes the name. */
  public void setName(String name) {
    this.name = name == null ? "" : name.strip();
  }

  /** The language of the notices that its people get; at first the reader's. */
  public String getLanguage() {
    return language.isEmpty() ? appearance.getLanguage() : language;
  }

  /** Takes the language. */
  public void setLanguage(String language) {
    this.language = language == null ? "" : language;
  }
}
