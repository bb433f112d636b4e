package org.mailroom.console.routes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Optional;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.directory.Directory;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.Route;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;
import org.mailroom.settings.Settings;

/** Which route takes the mail for an address; it is asked what mail asks. */
@Named
@RequestScoped
public class RouteTestView {

  @Inject private Directory directory;
  @Inject private Settings settings;
  @Inject private Appearance appearance;
  @Inject private Clock clock;

  private String recipient = "";
  private String sender = "";

  /** The name of the route that takes it; empty when none does. */
  public String getRoute() {
    try {
      return recipient.isEmpty() ? "" : route().map(Route::name).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The answer in a sentence; empty when nothing was asked. */
  public String getAnswer() {
    if (recipient.isEmpty()) {
      return "";
    }
    Phrases phrases = appearance.phrases(clock.instant());
    try {
      Domain domain = domain();
      Optional<Route> route = route();
      DirectorySnapshot snapshot = directory.snapshot();
      if (snapshot.isLocal(domain)) {
        return phrases.text("routes.test.local", domain);
      }
      if (route.isPresent()) {
        return phrases.text("routes.test.route", route.get().name(), route.get().host());
      }
      return settings
          .smartHost()
          .map(host -> phrases.text("routes.test.smart", host))
          .orElseGet(() -> phrases.text("routes.test.mx", domain));
    } catch (IllegalArgumentException e) {
      return phrases.text("routes.test.wrong");
    }
  }

  private Optional<Route> route() {
    Domain domain = domain();
    DirectorySnapshot snapshot = directory.snapshot();
    return snapshot.isLocal(domain) ? Optional.empty() : snapshot.route(domain, from());
  }

  /** A domain alone will do. */
  private Domain domain() {
    return recipient.indexOf('@') < 0 ? Domain.of(recipient) : Address.parse(recipient).domain();
  }

  private ReversePath from() {
    return sender.isEmpty() ? ReversePath.NULL : ReversePath.of(Address.parse(sender));
  }

  /** Who the mail is for. */
  public String getRecipient() {
    return recipient;
  }

  /** Takes who the mail is for from the address of the page. */
  public void setRecipient(String recipient) {
    this.recipient = recipient == null ? "" : recipient.strip();
  }

  /** Who the mail is from; empty for a notice. */
  public String getSender() {
    return sender;
  }

  /** Takes who the mail is from. */
  public void setSender(String sender) {
    this.sender = sender == null ? "" : sender.strip();
  }
}
