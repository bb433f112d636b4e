package org.mailroom.operation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceKind;

/** An operation that the trace of each mail tells of, once it is in the queue. */
record TracedOperation(
    PartOperation operation, TraceKind kind, OperationRequest request, MailLog log)
    implements PartOperation {

  @Override
  public Set<QueueState> from() {
    return operation.from();
  }

  @Override
  public Optional<String> skips(QueueEntry part) {
    return operation.skips(part);
  }

  @Override
  public Publication make(QueuedMail mail, QueueState stood) throws QueueException {
    return operation.make(mail, stood);
  }

  @Override
  public boolean outlivesItsJob() {
    return operation.outlivesItsJob();
  }

  @Override
  public void made(QueuedMail mail) {
    operation.made(mail);
    log.operated(mail.id(), mail.envelope().recipients(), kind, request.actor(), detail());
  }

  private String detail() {
    Optional<String> what =
        kind == TraceKind.REROUTED
            ? Optional.of("to " + request.route().orElse(OperationRequest.BY_ROUTER))
            : request.holdEnd().map(end -> "until " + end);
    return Stream.concat(what.stream(), Stream.of(request.reason()))
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(": "));
  }
}
