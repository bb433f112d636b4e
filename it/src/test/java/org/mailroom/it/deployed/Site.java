package org.mailroom.it.deployed;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailroom.it.peer.ScriptedNextHop;

/** A domain somewhere, with one MX host: a scripted next hop at a loopback address of its own. */
final class Site implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String domain;
  private final ScriptedNextHop hop;

  private Site(String domain, ScriptedNextHop hop) {
    this.domain = domain;
    this.hop = hop;
  }

  /** A domain whose host takes mail. */
  static Site open(String domain) throws IOException {
    Site site = closed(domain);
    site.hop.up();
    return site;
  }

  /** A domain whose host refuses connections. */
  static Site closed(String domain) throws IOException {
    String address = newAddress();
    String host = "mx." + domain;
    DeployedHub.DNS.mx(domain, 10, host).address(host, address);
    return new Site(domain, ScriptedNextHop.down(address, DeployedHub.NEXT_HOP_PORT));
  }

  /** A host at this address that takes mail, whatever domains name it. */
  static Site at(String address) {
    return new Site("at." + address, ScriptedNextHop.listen(address, DeployedHub.NEXT_HOP_PORT));
  }

  /** A loopback address that nobody has. */
  static String newAddress() {
    int n = COUNT.getAndIncrement();
    return "127.0." + (16 + n / 250) + "." + (1 + n % 250);
  }

  /** An address at this domain. */
  String address(String localPart) {
    return localPart + "@" + domain;
  }

  /** Its host and port, as routes are written. */
  String inBrackets() {
    return "[" + hop.host().getHostAddress() + "]:" + DeployedHub.NEXT_HOP_PORT;
  }

  /** The host of this domain. */
  ScriptedNextHop hop() {
    return hop;
  }

  @Override
  public void close() {
    hop.close();
  }
}
