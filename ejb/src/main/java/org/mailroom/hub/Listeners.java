package org.mailroom.hub;

import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.mailroom.transport.OpenSessions;

/** Which listeners are open, as they say themselves. */
@Singleton
public class Listeners {

  private static final Logger LOG = System.getLogger(Listeners.class.getName());

  /**
   * The state of one listener.
   *
   * @param address host and port, empty when it never opened
   * @param reason why it is not open, empty when it is
   */
  public record ListenerState(String name, String address, boolean open, String reason) {}

  private final Map<String, ListenerState> states = new ConcurrentSkipListMap<>();
  private final Map<String, OpenSessions> sessions = new ConcurrentSkipListMap<>();

  /** A snapshot, by name. */
  public List<ListenerState> states() {
    return List.copyOf(states.values());
  }

  /** The conversations on each open listener, by its name. */
  public Map<String, OpenSessions> sessions() {
    return Map.copyOf(sessions);
  }

  /** It takes connections at this address. */
  public void opened(String name, InetSocketAddress address, OpenSessions conversations) {
    sessions.put(name, conversations);
    String text = address.getAddress().getHostAddress() + ":" + address.getPort();
    states.put(name, new ListenerState(name, text, true, ""));
    LOG.log(Level.INFO, "Listener " + name + " is open at " + text);
  }

  /** It takes no more connections. */
  public void closed(String name) {
    sessions.remove(name);
    states.computeIfPresent(
        name, (n, state) -> new ListenerState(n, state.address(), false, "stopped"));
    LOG.log(Level.INFO, "Listener " + name + " is closed");
  }

  /** It could not open. */
  public void failed(String name, String reason) {
    states.put(name, new ListenerState(name, "", false, reason));
    LOG.log(Level.ERROR, "Listener " + name + " can't open: " + reason);
  }
}
