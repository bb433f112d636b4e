package org.mailroom.api;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import org.mailroom.settings.Settings;

/** Makes the command's token when the hub starts, so that it is there before the first command. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TokenKeeper {

  @Inject private Settings settings;
  private CommandToken token;

  /** A hub whose token can't be read or made doesn't start. */
  @PostConstruct
  void open() {
    try {
      token = CommandToken.in(settings.data().resolve("secrets").resolve("command-token"));
    } catch (IOException e) {
      throw new IllegalStateException("The token for bin/mailroom can't be read or made", e);
    }
  }

  /** True when {@code candidate} is the token. */
  public boolean accepts(String candidate) {
    return token.matches(candidate);
  }
}
