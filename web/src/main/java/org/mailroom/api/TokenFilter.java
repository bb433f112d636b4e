package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.token.ApiToken;
import org.mailroom.directory.token.ApiTokens;
import org.mailroom.permission.Permissions;

/**
 * Lets requests with a token in that may do what they ask for; every other, for whatever address,
 * is answered with 401 or 403. Only a question for the health needs none. Who comes with a token of
 * {@code token add} is that token in the audit, whatever else the request says.
 */
@Provider
@PreMatching
public class TokenFilter implements ContainerRequestFilter {

  private static final String SCHEME = "Bearer ";

  @Inject private TokenKeeper keeper;
  @Inject private ApiTokens tokens;

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null && HealthResource.isFor(request)) {
      return;
    }
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String secret = bearer ? header.substring(SCHEME.length()).strip() : "";
    if (!bearer || !keeper.accepts(secret)) {
      filter(request, secret);
    }
  }

  private void filter(ContainerRequestContext request, String secret) {
    try {
      Optional<ApiToken> token = secret.isEmpty() ? Optional.empty() : tokens.find(secret);
      if (token.isEmpty()) {
        request.abortWith(
            Problem.response(
                Status.UNAUTHORIZED, "This needs the token of bin/mailroom, or one it has made"));
        return;
      }
      request.getHeaders().putSingle(Actor.HEADER, "token " + token.get().name());
      if (!Permissions.allow(
          token.get().role(), request.getMethod(), request.getUriInfo().getPath())) {
        request.abortWith(
            Problem.response(
                Status.FORBIDDEN, "A token of the role " + token.get().role().key() + " may not"));
      }
    } catch (DatabaseException e) {
      request.abortWith(Problem.response(Status.SERVICE_UNAVAILABLE, e.getMessage()));
    }
  }
}
