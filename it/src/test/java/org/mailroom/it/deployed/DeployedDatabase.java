package org.mailroom.it.deployed;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mailroom.it.command.HubDatabase;

/** Makes the deployed hub's database, which {@code pom.xml} names, before its server is started. */
final class DeployedDatabase implements BeforeAllCallback {

  private static final String NAME = "deployed";
  private static String url;

  /** Where it is, when it is not the hub's own H2. */
  static Optional<String> url() {
    return Optional.ofNullable(url);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (url == null && HubDatabase.isPostgresql()) {
      url = HubDatabase.cluster().newDatabase(NAME);
    }
  }
}
