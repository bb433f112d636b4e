package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Appearance;
import org.mailroom.console.directory.DirectoryDesk;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.EntryKind;

/** The first step: the domain of the organisation. */
@Named
@RequestScoped
public class FirstDomainView {

  @Inject private DirectoryDesk desk;
  @Inject private DirectoryChanges directory;
  @Inject private StepDeeds deeds;
  @Inject private Appearance appearance;

  private String name = "";
  private String language = "";

  /** Adds it. */
  public void add() throws IOException {
    deeds.attempt(
        () -> {
          Map<String, String> fields = Map.of("name", name, "language", language);
          String added = desk.add(EntryKind.DOMAIN, fields, StepDeeds.REASON).title();
          deeds.leaveFor(FirstStep.ADMINISTRATOR, "said.added", added);
        });
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
