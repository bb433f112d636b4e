package org.mailroom.command;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.SessionNotOpenedException;

/**
 * {@code demo}: people, traffic, a mail that is held and a destination that fails, in a hub that
 * has none of its own.
 */
final class DemoCommand implements Command {

  private static final List<String> KINDS =
      List.of("domains", "accounts", "aliases", "lists", "routes");
  private static final int ROUNDS = 5;
  private static final String REASON = "a demo";

  @Override
  public void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments.parse(words, Set.of(), Set.of(), 0);
    Settings settings = context.configuration().soundSettings();
    if (settings.ports().smtp() == 0) {
      throw new FailureException("MAILROOM_SMTP_PORT is 0: the hub takes no mail over SMTP");
    }
    HubApi api = new HubApi(settings);
    requireFresh(api);
    api.send("PUT", "organisation", organisation());
    String password = Administrator.generate().value();
    for (String kind : KINDS) {
      String entries = DemoText.read(kind + ".json").replace("%PASSWORD%", password);
      api.post(kind + "/import", entries);
    }
    send(new Submission(settings));
    api.post("operations", hold());
    context
        .out()
        .println(
            "The people of harbour.example have mail. Sign in as ann@harbour.example, or read as"
                + " any of them, with the password "
                + password);
    context
        .out()
        .println(
            "Mail for partner.example waits, as nobody listens there; what is for legal@ is"
                + " held; mail for customer.invalid can't be delivered. The rest is in mailboxes.");
  }

  private static String organisation() {
    return new JsonObject().with("name", "Harbour Trading").with("reason", REASON).toString();
  }

  private static void requireFresh(HubApi api) throws FailureException {
    boolean hasPeople = Json.parse(api.get("accounts")).get("accounts").elements().size() > 1;
    boolean hasMail = Json.parse(api.get("queue?size=1")).get("total").number() > 0;
    if (hasPeople || hasMail) {
      throw new FailureException(
          "This hub has people or mail of its own. A demo is for a fresh one: start a hub with"
              + " another MAILROOM_DATA");
    }
  }

  private static void send(Submission submission) throws FailureException, IOException {
    try {
      for (int round = 0; round < ROUNDS; round++) {
        for (DemoMail mail : DemoMail.values()) {
          byte[] octets = mail.octets();
          submission.send(DemoMail.envelope(octets), new InMemoryContent(octets));
        }
      }
    } catch (SessionNotOpenedException e) {
      throw new FailureException(submission.unreachable(e));
    }
  }

  private static String hold() {
    return new JsonObject()
        .with("operation", "hold")
        .with("filter", DemoMail.HELD)
        .with("reason", REASON)
        .toString();
  }
}
