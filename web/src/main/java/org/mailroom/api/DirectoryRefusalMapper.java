package org.mailroom.api;

import jakarta.json.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mailroom.directory.change.DirectoryException;

/** Says all that is wrong with a change of the directory. */
@Provider
public class DirectoryRefusalMapper implements ExceptionMapper<DirectoryException> {

  @Override
  public Response toResponse(DirectoryException refusal) {
    Status status =
        switch (refusal.why()) {
          case UNSOUND -> Status.BAD_REQUEST;
          case MISSING -> Status.NOT_FOUND;
          case FORBIDDEN -> Status.FORBIDDEN;
          case CONFLICT -> Status.CONFLICT;
        };
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(
            Json.createObjectBuilder()
                .add("error", refusal.getMessage())
                .add("errors", Json.createArrayBuilder(refusal.reasons()))
                .add("codes", Json.createArrayBuilder(refusal.codes()))
                .build())
        .build();
  }
}
