package org.mailroom.it.flow;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** DNS for many domains, whose answers last: each has one mail exchanger, {@code mx.} before it. */
final class FlowDns implements AutoCloseable {

  private static final int TTL_SECONDS = 3600;

  private final Map<String, InetAddress> addresses = new ConcurrentHashMap<>();
  private final DatagramSocket socket;

  FlowDns(int port) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread.ofVirtual().name("flow dns").start(this::serve);
  }

  void add(String domain, String address) throws IOException {
    addresses.put(domain + ".", InetAddress.getAllByName(address)[0]);
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[4096];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength()))).toWire();
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new IllegalStateException("The DNS can't serve", e);
        }
      }
    }
  }

  private Message answer(Message query) throws IOException {
    Record question = query.getQuestion();
    Name name = question.getName();
    String text = name.toString();
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(question, Section.QUESTION);
    boolean isHost = text.startsWith("mx.") && addresses.containsKey(text.substring(3));
    if (!isHost && !addresses.containsKey(text)) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else if (isHost && question.getType() == Type.A) {
      InetAddress address = addresses.get(text.substring(3));
      answer.addRecord(new ARecord(name, DClass.IN, TTL_SECONDS, address), Section.ANSWER);
    } else if (!isHost && question.getType() == Type.MX) {
      Name host = Name.concatenate(Name.fromConstantString("mx"), name);
      answer.addRecord(new MXRecord(name, DClass.IN, TTL_SECONDS, 10, host), Section.ANSWER);
    }
    return answer;
  }
}
