package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.settings.Settings;
import org.mailroom.tracking.store.TraceQuery;
import org.mailroom.tracking.store.TraceSearch;

/** What the hub has already of what the steps are for. */
@RequestScoped
public class FirstFacts {

  @Inject Settings settings;
  @Inject DirectoryChanges directory;
  @Inject TraceSearch traces;

  /** Whether the hub has what a step is for. */
  boolean isDone(FirstStep step) {
    return switch (step) {
      case DOMAIN -> localDomains().stream().anyMatch(this::isChosen);
      case ADMINISTRATOR ->
          accounts().stream().anyMatch(one -> isAdministrator(one) && !isOfStart(one));
      case PEOPLE -> accounts().stream().anyMatch(one -> !isAdministrator(one));
      case PORTS -> settings.certificate().isPresent();
      case MAIL -> isSomethingDelivered();
    };
  }

  /** The domain whose name was chosen by somebody, or the one that the machine's name has made. */
  String domain() {
    return localDomains().stream()
        .filter(this::isChosen)
        .findFirst()
        .map(one -> one.name().text())
        .orElse(settings.domain().text());
  }

  /** Those who get mail here, whom nobody but the start has made last. */
  List<String> people() {
    return accounts().stream()
        .filter(Account::enabled)
        .sorted((one, other) -> Boolean.compare(isOfStart(one), isOfStart(other)))
        .map(one -> one.address().toString())
        .toList();
  }

  /** The administrator that the first start has made, while it is there. */
  Optional<String> administratorOfStart() {
    return accounts().stream()
        .filter(this::isOfStart)
        .findFirst()
        .map(one -> one.address().toString());
  }

  private boolean isChosen(MailDomain domain) {
    return !domain.name().equals(settings.hostname());
  }

  private boolean isOfStart(Account account) {
    String name = settings.admin().replaceFirst("@.*", "") + "@" + settings.domain().text();
    return account.address().toString().toLowerCase(Locale.ROOT).equals(name);
  }

  private static boolean isAdministrator(Account account) {
    return account.enabled() && account.roles().contains(Role.ADMINISTRATOR);
  }

  private boolean isSomethingDelivered() {
    try {
      TraceQuery any =
          new TraceQuery(
              Optional.empty(),
              Optional.empty(),
              "",
              "",
              "",
              Optional.empty(),
              "",
              1,
              "",
              "delivered");
      return !traces.find(any).isEmpty();
    } catch (DatabaseException e) {
      return false;
    }
  }

  private List<MailDomain> localDomains() {
    return data().domains().stream().filter(domain -> !domain.relay()).toList();
  }

  private List<Account> accounts() {
    return data().accounts();
  }

  private DirectoryData data() {
    return directory.data();
  }
}
