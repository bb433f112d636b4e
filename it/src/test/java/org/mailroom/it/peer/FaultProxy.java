package org.mailroom.it.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on loopback that does to connections what networks do. What it does may be changed
 * while it runs: connections that are open feel it too. Two virtual threads serve each connection.
 */
public final class FaultProxy implements AutoCloseable {

  /** What happens to octets and connections. */
  public enum Fault {
    /** Everything passes. */
    NONE,
    /** Connections are refused; those that are open stay. */
    REFUSE,
    /** Connections are accepted and octets taken, and nothing is heard of them any more. */
    BLACK_HOLE,
    /** Every connection is reset, those that are open too. */
    DROP,
    /** Clients see the end of the stream, and what they send still arrives. */
    HALF_CLOSE
  }

  private static final int BLOCK = 4096;

  private final InetSocketAddress address;
  private final InetSocketAddress server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Listener listener;
  private volatile Fault fault = Fault.NONE;
  private volatile long cutAfter = Long.MAX_VALUE;
  private volatile Duration delay = Duration.ZERO;
  private volatile int octetsASecond;

  /** A proxy on a loopback address, in front of a server on another or on another port. */
  public FaultProxy(String host, int port, InetSocketAddress server) throws IOException {
    this.server = server;
    InetAddress loopback = InetAddress.getAllByName(host)[0];
    listener = new Listener(new InetSocketAddress(loopback, port), this::serve);
    address = listener.address();
  }

  /** The port it listens on. */
  public int port() {
    return address.getPort();
  }

  /** Connections that were accepted. */
  public int connections() {
    return connections.get();
  }

  /** Does this from now on. */
  public void set(Fault next) throws IOException {
    Fault before = fault;
    fault = next;
    if (next == Fault.REFUSE) {
      listener.close();
    } else if (before == Fault.REFUSE) {
      listener = new Listener(address, this::serve);
    }
    if (next == Fault.DROP) {
      reset();
    } else if (next == Fault.HALF_CLOSE) {
      for (Socket client : clients) {
        client.shutdownOutput();
      }
    }
  }

  /** Resets each connection from now on when it has carried so many octets to the server. */
  public void cutAfter(long octets) {
    cutAfter = octets;
  }

  /** Holds each block of octets back for so long, from now on, in both directions. */
  public void delay(Duration time) {
    delay = time;
  }

  /** Lets so many octets through in a second, for each connection and direction; 0 for all. */
  public void throttle(int octets) {
    octetsASecond = octets;
  }

  private void serve(Socket client) {
    connections.incrementAndGet();
    Socket behind = new Socket();
    open.add(client);
    open.add(behind);
    try {
      if (fault == Fault.DROP) {
        reset(client);
        return;
      }
      behind.connect(server);
      clients.add(client);
      Thread back = Thread.ofVirtual().start(() -> pump(behind, client, false));
      pump(client, behind, true);
      back.join();
    } catch (IOException e) {
      reset(client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(behind);
    }
  }

  private void pump(Socket from, Socket to, boolean toServer) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] block = new byte[BLOCK];
      long carried = 0;
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        int pass = toServer ? (int) Math.min(read, cutAfter - carried) : read;
        carried += pass;
        if (passes(toServer)) {
          pause(read);
          out.write(block, 0, pass);
        }
        if (toServer && carried >= cutAfter) {
          reset(from);
          reset(to);
        }
      }
      if (fault != Fault.BLACK_HOLE) {
        to.shutdownOutput();
      }
    } catch (IOException e) {
      if (fault != Fault.BLACK_HOLE) {
        reset(to);
      }
    } finally {
      open.remove(from);
      clients.remove(from);
    }
  }

  private boolean passes(boolean toServer) {
    return fault != Fault.BLACK_HOLE && (toServer || fault != Fault.HALF_CLOSE);
  }

  private void pause(int octets) {
    int rate = octetsASecond;
    long nanos = delay.toNanos() + (rate == 0 ? 0 : 1_000_000_000L * octets / rate);
    try {
      if (nanos > 0 && closing.await(nanos, TimeUnit.NANOSECONDS)) {
        reset();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void reset() {
    open.forEach(FaultProxy::reset);
  }

  private static void reset(Socket socket) {
    try {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
      }
    } catch (SocketException e) {
      // Its other pump was faster.
    } finally {
      close(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("A connection can't be closed", e);
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    reset();
  }
}
