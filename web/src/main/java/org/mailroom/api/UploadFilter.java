package org.mailroom.api;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Lifts the server's limit for the body of this request alone, when it is known who asks: every
 * other body is one of the server's {@code max-post-size} at most.
 */
@Provider
@Upload
public class UploadFilter implements ContainerRequestFilter {

  private static final long NO_LIMIT = -1;

  @Override
  public void filter(ContainerRequestContext request) {
    ServletRequestContext.requireCurrent().getExchange().setMaxEntitySize(NO_LIMIT);
  }
}
