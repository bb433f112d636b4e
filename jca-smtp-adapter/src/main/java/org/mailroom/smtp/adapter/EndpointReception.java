package org.mailroom.smtp.adapter;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.mailroom.smtp.server.ReceivedMail;
import org.mailroom.smtp.server.Reception;
import org.mailroom.smtp.server.ReceptionOutcome;
import org.mailroom.smtp.server.ReceptionPolicy;
import org.mailroom.transport.OpenSessions;

/**
 * The message-driven bean as a {@link Reception}. An endpoint serves one caller at a time, so they
 * are kept in a stack; there are as many as calls were ever made at once.
 */
final class EndpointReception implements Reception {

  private final MessageEndpointFactory factory;
  private final Deque<MessageEndpoint> idle = new ConcurrentLinkedDeque<>();

  EndpointReception(MessageEndpointFactory factory) {
    this.factory = factory;
  }

  @Override
  public ReceptionPolicy policy() {
    return call(Reception::policy);
  }

  @Override
  public ReceptionOutcome receive(ReceivedMail mail) {
    return call(bean -> bean.receive(mail));
  }

  @Override
  public void listenerOpened(String name, InetSocketAddress address, OpenSessions sessions) {
    call(
        bean -> {
          bean.listenerOpened(name, address, sessions);
          return null;
        });
  }

  @Override
  public void listenerClosed(String name) {
    call(
        bean -> {
          bean.listenerClosed(name);
          return null;
        });
  }

  @Override
  public void listenerFailed(String name, String reason) {
    call(
        bean -> {
          bean.listenerFailed(name, reason);
          return null;
        });
  }

  /** Gives the endpoints back to the server. */
  void release() {
    for (MessageEndpoint endpoint = idle.pollFirst();
        endpoint != null;
        endpoint = idle.pollFirst()) {
      endpoint.release();
    }
  }

  private <T> T call(Function<Reception, T> method) {
    MessageEndpoint endpoint = idle.pollFirst();
    if (endpoint == null) {
      endpoint = newEndpoint();
    }
    T result = method.apply((Reception) endpoint);
    // Not in a finally: an endpoint that threw is left to the garbage collector.
    idle.addFirst(endpoint);
    return result;
  }

  private MessageEndpoint newEndpoint() {
    try {
      return factory.createEndpoint(null);
    } catch (UnavailableException e) {
      throw new IllegalStateException("The message-driven bean takes no mail now", e);
    }
  }
}
