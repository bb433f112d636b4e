package org.mailroom.it.deployed;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mailroom.it.command.HubDatabase;

/** Makes the deployed hub's database, which {@code pom.xml} names, before its server is started. */
final class DeployedDatabase implements BeforeAllCallback {

  private static final String NAME = "deployed";
  private static boolean made;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (!made && HubDatabase.isPostgresql()) {
      HubDatabase.cluster().newDatabase(NAME);
      made = true;
    }
  }
}
