package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Lets requests with the token in; every other, for whatever address, is answered with 401. */
@Provider
@PreMatching
public class TokenFilter implements ContainerRequestFilter {

  private static final String SCHEME = "Bearer ";

  @Inject private TokenKeeper keeper;

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    if (!bearer || !keeper.accepts(header.substring(SCHEME.length()).strip())) {
      request.abortWith(
          Problem.response(Status.UNAUTHORIZED, "This needs the token of bin/mailroom"));
    }
  }
}
