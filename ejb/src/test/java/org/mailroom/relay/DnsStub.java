package org.mailroom.relay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.mail.IpLiteral;
import org.mailroom.routing.MailExchangersContract.Zone;
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
import org.xbill.DNS.TextParseException;

/** A name server for one contract, over real UDP. */
final class DnsStub implements Zone, AutoCloseable {

  private static final int TTL = 1;

  private final DatagramSocket socket;
  private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
  private final Map<Name, Integer> failing = new ConcurrentHashMap<>();

  DnsStub() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void mx(String domain, int preference, String host) {
    add(new MXRecord(name(domain), DClass.IN, TTL, preference, name(host)));
  }

  @Override
  public void address(String host, String address) {
    InetAddress ip = IpLiteral.parse(address);
    add(
        ip.getAddress().length == 4
            ? new ARecord(name(host), DClass.IN, TTL, ip)
            : new AAAARecord(name(host), DClass.IN, TTL, ip));
  }

  @Override
  public void exists(String name) {
    records.computeIfAbsent(name(name), key -> new ArrayList<>());
  }

  @Override
  public void fails(String name) {
    failing.put(name(name), Rcode.SERVFAIL);
  }

  @Override
  public void close() {
    socket.close();
  }

  private void add(Record added) {
    records.computeIfAbsent(added.getName(), key -> new ArrayList<>()).add(added);
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
    try {
      while (true) {
        packet.setLength(4096);
        socket.receive(packet);
        byte[] answer =
            answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength()))).toWire();
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Message answer(Message query) {
    Record question = query.getQuestion();
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(question, Section.QUESTION);
    List<Record> found = records.get(question.getName());
    answer.getHeader().setRcode(failing.getOrDefault(question.getName(), Rcode.NOERROR));
    if (found == null && !failing.containsKey(question.getName())) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else if (found != null) {
      found.stream()
          .filter(each -> each.getType() == question.getType())
          .forEach(each -> answer.addRecord(each, Section.ANSWER));
    }
    return answer;
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
