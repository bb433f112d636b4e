package org.mailroom.it.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A listening TCP port of a peer, with the connections that came to it. A virtual thread accepts,
 * one more serves each connection. Once it is closed, connections are refused.
 */
public final class Listener implements AutoCloseable {

  private static final int BACKLOG = 1000;

  /** What a peer does with a connection, which is closed when this returns. */
  public interface Server {
    void serve(Socket connection) throws IOException;
  }

  private final ServerSocket socket = new ServerSocket();
  private final Server server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread acceptor;

  /** Listens from now on; port 0 is any. */
  public Listener(InetSocketAddress address, Server server) throws IOException {
    this.server = server;
    socket.setReuseAddress(true);
    socket.bind(address, BACKLOG);
    acceptor = Thread.ofVirtual().name("listener " + address).start(this::accept);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** Drops every connection. */
  public void drop() throws IOException {
    for (Socket each : open) {
      each.close();
    }
  }

  /**
   * Stops listening; connections that are open stay. The kernel takes connections for as long as a
   * thread is in accept, hence the wait for its end.
   */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new IllegalStateException("Nobody is accepted at " + address(), e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      server.serve(connection);
    } catch (IOException e) {
      // The hub died, or gave the connection up, or this peer did.
    } finally {
      open.remove(connection);
    }
  }
}
