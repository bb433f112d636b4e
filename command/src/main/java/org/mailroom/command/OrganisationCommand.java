package org.mailroom.command;

import java.util.List;
import java.util.Set;

/** {@code organisation [NAME]}: says whose hub it is, or makes it NAME's. */
final class OrganisationCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String REASON = "--reason";
  private static final String RESOURCE = "organisation";

  /** A name may be many words. */
  private static final int WORDS = 100;

  @Override
  public void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(REASON), WORDS);
    HubApi api = new HubApi(context.configuration().soundSettings());
    String answer =
        arguments.text().isEmpty()
            ? api.get(RESOURCE)
            : api.send(
                "PUT",
                RESOURCE,
                new JsonObject()
                    .with("name", arguments.text())
                    .with("reason", arguments.value(REASON))
                    .toString());
    context
        .out()
        .println(
            arguments.has(AS_JSON)
                ? answer.strip()
                : Json.parse(answer).get("name").text().replaceAll("\\p{C}", "?"));
  }
}
