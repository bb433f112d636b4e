package org.mailroom.mailbox.adapter;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailroom.listener.ListenerService;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.OpenSessions;
import org.mailroom.transport.ServerTls;

/** The message-driven bean as a {@link ListenerService}. Each call has an endpoint of its own. */
final class EndpointService implements ListenerService {

  private final MessageEndpointFactory factory;

  EndpointService(MessageEndpointFactory factory) {
    this.factory = factory;
  }

  @Override
  public ConnectionHandler handler() {
    return call(ListenerService::handler);
  }

  @Override
  public Optional<ServerTls> tls() {
    return call(ListenerService::tls);
  }

  @Override
  public void listenerOpened(String name, InetSocketAddress address, OpenSessions sessions) {
    tell(bean -> bean.listenerOpened(name, address, sessions));
  }

  @Override
  public void listenerClosed(String name) {
    tell(bean -> bean.listenerClosed(name));
  }

  @Override
  public void listenerFailed(String name, String reason) {
    tell(bean -> bean.listenerFailed(name, reason));
  }

  private void tell(Consumer<ListenerService> news) {
    call(
        bean -> {
          news.accept(bean);
          return true;
        });
  }

  private <T> T call(Function<ListenerService, T> method) {
    MessageEndpoint endpoint;
    try {
      endpoint = factory.createEndpoint(null);
    } catch (UnavailableException e) {
      throw new IllegalStateException("The message-driven bean doesn't answer now", e);
    }
    try {
      return method.apply((ListenerService) endpoint);
    } finally {
      endpoint.release();
    }
  }
}
