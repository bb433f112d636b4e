package org.mailroom.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mailroom.archive.ArchiveException;

/** Says why not all mail could be added, and how much was. */
@Provider
public class ArchiveRefusalMapper implements ExceptionMapper<ArchiveException> {

  @Override
  public Response toResponse(ArchiveException refusal) {
    int status =
        switch (refusal.reason()) {
          case BROKEN -> 400;
          case REFUSED -> 409;
          case FAULT -> 500;
          case UNAVAILABLE -> 503;
          case OVERQUOTA -> 507;
        };
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(ArchiveTallyJson.of(refusal.tally()).add("error", refusal.getMessage()).build())
        .build();
  }
}
