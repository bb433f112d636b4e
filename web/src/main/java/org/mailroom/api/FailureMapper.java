package org.mailroom.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.database.DatabaseException;

/** Answers for failures of our own: the client gets a reference, the log gets the cause. */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {

  private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

  @Override
  public Response toResponse(Exception failure) {
    if (failure instanceof BrokerUnavailableException || failure instanceof DatabaseException) {
      return Problem.response(Status.SERVICE_UNAVAILABLE, failure.getMessage());
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.ERROR, "A request failed, reference " + reference, failure);
    return Problem.response(
        Status.INTERNAL_SERVER_ERROR, "The hub had a fault; its log has reference " + reference);
  }
}
