package org.mailroom.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;

/** {@code GET /api/openapi.json}: what this API has, for programs (OpenAPI 3.1). */
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

  private static final String DOCUMENT = "openapi.json";

  /** The document, as it stands beside this class. */
  @GET
  public InputStream document() {
    return Objects.requireNonNull(
        OpenApiResource.class.getResourceAsStream(DOCUMENT), "the API has a document");
  }
}
