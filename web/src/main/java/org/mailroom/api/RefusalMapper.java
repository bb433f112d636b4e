package org.mailroom.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Says why a request was refused, in JSON. */
@Provider
public class RefusalMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException refusal) {
    Response.StatusType status = refusal.getResponse().getStatusInfo();
    String reason =
        refusal instanceof ApiException ? refusal.getMessage() : status.getReasonPhrase();
    return Problem.response(status, reason);
  }
}
