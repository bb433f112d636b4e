package org.mailroom.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

/** Refuses a request, with a reason that the client may read. */
final class ApiException extends WebApplicationException {
  private static final long serialVersionUID = 1L;

  ApiException(Status status, String reason) {
    super(reason, status);
  }
}
