package org.mailroom.it.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.PortRange;

/** A hub, the domains it sends to, and the time at which each mail arrived. */
final class Flow implements AutoCloseable {

  final Hub hub;
  final Map<String, Long> arrivals = new ConcurrentHashMap<>();
  private final FlowDns dns;
  private final int sitesPort;
  private final List<FlowSite> sites = new ArrayList<>();

  /** Not started. */
  Flow(String name) throws IOException {
    int port = PortRange.next();
    int dnsPort = port + 5;
    sitesPort = port + 6;
    dns = new FlowDns(dnsPort);
    hub =
        new Hub(name, port)
            .with("DNS", "127.0.0.1:" + dnsPort)
            .with("REMOTE_SMTP_PORT", Integer.toString(sitesPort))
            .with("TRUSTED_NETWORKS", "127.0.0.1/32")
            .with("BIND", "127.0.0.1");
  }

  /** How many mails a scenario has: {@code -Dflow.mails=}, else {@code usually}. */
  static int mails(int usually) {
    return Integer.getInteger("flow.mails", usually);
  }

  /** A domain, whose next hop refuses connections until it is told otherwise. */
  FlowSite site(String domain) throws IOException {
    int number = sites.size();
    String address = "127.0." + (32 + number / 250) + "." + (1 + number % 250);
    dns.add(domain, address);
    FlowSite site = new FlowSite(address, sitesPort, this::arrived);
    sites.add(site);
    return site;
  }

  FlowLoad load(String sender, IntFunction<String> recipients) {
    return new FlowLoad(hub.smtpPort(), sender, recipients);
  }

  /** Mails that are ready or in an attempt. */
  int ready() {
    try {
      return hub.count("ready");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the hub says of a next hop. */
  JsonObject destination(String nextHop) throws IOException {
    return hub
        .api("destinations")
        .getJsonArray("destinations")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(each -> each.getString("next_hop").equals(nextHop))
        .findAny()
        .orElseThrow();
  }

  /** Octets of living objects in the hub's heap, after a full collection. */
  long heapInUse() throws IOException {
    String pid = Long.toString(hub.process().orElseThrow().pid());
    String jcmd = System.getProperty("java.home") + "/bin/jcmd";
    Process process = new ProcessBuilder(jcmd, pid, "GC.class_histogram").start();
    String total =
        new String(process.getInputStream().readAllBytes(), US_ASCII)
            .lines()
            .filter(line -> line.startsWith("Total"))
            .findAny()
            .orElseThrow();
    return Long.parseLong(total.strip().split("\\s+", -1)[2]);
  }

  static void await(String what, Duration atMost, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  @Override
  public void close() throws IOException {
    hub.close();
    dns.close();
    for (FlowSite site : sites) {
      site.close();
    }
  }

  private void arrived(String recipient) {
    arrivals.putIfAbsent(recipient, System.nanoTime());
  }
}
