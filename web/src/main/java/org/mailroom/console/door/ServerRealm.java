package org.mailroom.console.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mailroom.login.ServerUsers;
import org.mailroom.sasl.ServerStep.PasswordClaim;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** The realm behind the application's security domain, whichever the server has there. */
@ApplicationScoped
public class ServerRealm implements ServerUsers {

  private static final Logger LOG = System.getLogger(ServerRealm.class.getName());

  @Override
  public Optional<Set<String>> roles(PasswordClaim claim) {
    try {
      Set<String> roles = new HashSet<>();
      SecurityDomain.getCurrent()
          .authenticate(claim.user(), new PasswordGuessEvidence(claim.password().toCharArray()))
          .getRoles()
          .forEach(roles::add);
      return Optional.of(roles);
    } catch (RealmUnavailableException e) {
      LOG.log(Level.WARNING, "The realm of the console can't be asked", e);
      return Optional.empty();
    } catch (SecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
