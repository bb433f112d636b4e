package org.mailroom.it.peer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/**
 * A DNS server that answers from a map. A name it doesn't have is NXDOMAIN; a name without records
 * of the type asked for is an empty answer. An answer that is too large for UDP is truncated there,
 * and whole over TCP. A virtual thread serves each.
 */
public final class DnsStub implements AutoCloseable {

  private static final int TTL_SECONDS = 1;
  private static final int MOST_OVER_UDP = 1232;

  private final DatagramSocket socket;
  private final ServerSocket listener;
  private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  /**
   * A server on 127.0.0.1.
   *
   * @param port 0 for any
   */
  public DnsStub(int port) throws IOException {
    listener = new ServerSocket();
    socket = bind(listener, port);
    Thread.ofVirtual().name("dns stub").start(this::serve);
    Thread.ofVirtual().name("dns stub over TCP").start(this::accept);
  }

  /** A port that is free for UDP may be taken for TCP, when any will do. */
  private static DatagramSocket bind(ServerSocket listener, int port) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(here, port));
    try {
      listener.bind(new InetSocketAddress(here, socket.getLocalPort()), 50);
      return socket;
    } catch (BindException e) {
      socket.close();
      if (port != 0) {
        throw e;
      }
      return bind(listener, port);
    }
  }

  /** The port it listens on. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Adds an MX record; the host {@code .} makes a null MX (RFC 7505). */
  public DnsStub mx(String domain, int preference, String host) {
    Name owner = name(domain);
    return add(domain, new MXRecord(owner, DClass.IN, TTL_SECONDS, preference, name(host)));
  }

  /** Adds an A or AAAA record. */
  public DnsStub address(String host, String address) throws IOException {
    InetAddress ip = InetAddress.getAllByName(address)[0];
    boolean v4 = ip.getAddress().length == 4;
    return add(
        host,
        v4
            ? new ARecord(name(host), DClass.IN, TTL_SECONDS, ip)
            : new AAAARecord(name(host), DClass.IN, TTL_SECONDS, ip));
  }

  /** Adds a TXT record. */
  public DnsStub txt(String host, String text) {
    return add(host, new TXTRecord(name(host), DClass.IN, TTL_SECONDS, text));
  }

  /** Lets a name exist, without records. */
  public DnsStub exists(String host) {
    records.computeIfAbsent(key(name(host)), key -> new CopyOnWriteArrayList<>());
    return this;
  }

  /** Answers SERVFAIL for a name. */
  public DnsStub servfail(String host) {
    failing.add(key(name(host)));
    return this;
  }

  /** Answers nothing for a name. */
  public DnsStub silent(String host) {
    silent.add(key(name(host)));
    return this;
  }

  /** Answers again as the map says. */
  public DnsStub recover(String host) {
    String key = key(name(host));
    failing.remove(key);
    silent.remove(key);
    return this;
  }

  /** What was asked so far, as {@code corp.test. MX}. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public void close() {
    socket.close();
    try {
      listener.close();
    } catch (IOException e) {
      throw new IllegalStateException("The DNS stub doesn't close", e);
    }
  }

  private DnsStub add(String owner, Record dnsRecord) {
    records.computeIfAbsent(key(name(owner)), key -> new CopyOnWriteArrayList<>()).add(dnsRecord);
    return this;
  }

  private void serve() {
    byte[] buffer = new byte[4096];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        Message query = new Message(java.util.Arrays.copyOf(buffer, packet.getLength()));
        Record question = query.getQuestion();
        questions.add(question.getName() + " " + org.xbill.DNS.Type.string(question.getType()));
        if (!silent.contains(key(question.getName()))) {
          byte[] answer = answer(query, question).toWire(MOST_OVER_UDP);
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new IllegalStateException("The DNS stub can't serve", e);
        }
      }
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        DataInputStream in = new DataInputStream(client.getInputStream());
        Message query = new Message(in.readNBytes(in.readUnsignedShort()));
        byte[] answer = answer(query, query.getQuestion()).toWire();
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        out.writeShort(answer.length);
        out.write(answer);
        out.flush();
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new IllegalStateException("The DNS stub can't serve over TCP", e);
        }
      }
    }
  }

  private Message answer(Message query, Record question) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(question, Section.QUESTION);
    String key = key(question.getName());
    if (failing.contains(key)) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
    } else if (records.containsKey(key)) {
      records.get(key).stream()
          .filter(found -> found.getType() == question.getType())
          .forEach(found -> answer.addRecord(found, Section.ANSWER));
    } else {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    return answer;
  }

  private static Name name(String text) {
    try {
      return Name.fromString(java.net.IDN.toASCII(text), Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static String key(Name name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
