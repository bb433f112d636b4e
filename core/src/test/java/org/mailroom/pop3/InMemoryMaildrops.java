package org.mailroom.pop3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.sasl.KnownLogins;
import org.mailroom.sasl.Logins;

/** The maildrop of {@code ann@hub.test}, whose password is {@code secret}. */
final class InMemoryMaildrops implements Maildrops {

  final KnownLogins logins = new KnownLogins(Duration.ofSeconds(2));
  final List<String> messages = new ArrayList<>();
  Pop3Limits limits = Pop3Limits.DEFAULTS;
  Optional<Answer> insteadOfOpening = Optional.empty();
  boolean broken;
  boolean open;

  @Override
  public Logins logins() {
    return logins;
  }

  @Override
  public Pop3Limits limits() {
    return limits;
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return peer.isLoopbackAddress();
  }

  @Override
  public Answer open(Address user) {
    if (insteadOfOpening.isPresent()) {
      return insteadOfOpening.get();
    }
    if (open) {
      return new Answer.InUse();
    }
    open = true;
    return new Answer.Opened(new OfAnn(List.copyOf(messages)));
  }

  private final class OfAnn implements Maildrop {

    private final List<String> seen;

    private OfAnn(List<String> seen) {
      this.seen = seen;
    }

    @Override
    public int count() {
      return seen.size();
    }

    @Override
    public long size(int message) {
      return octets(message).length;
    }

    @Override
    public String uniqueId(int message) {
      return "7." + (message + 41);
    }

    @Override
    public InputStream open(int message) throws IOException {
      fail();
      return new ByteArrayInputStream(octets(message));
    }

    @Override
    public void delete(BitSet marked) throws IOException {
      fail();
      marked.stream().mapToObj(seen::get).forEach(messages::remove);
    }

    @Override
    public void close() {
      if (!open) {
        throw new IllegalStateException("Given back already");
      }
      open = false;
    }

    private byte[] octets(int message) {
      return seen.get(message).getBytes(StandardCharsets.UTF_8);
    }

    private void fail() throws IOException {
      if (broken) {
        throw new IOException("The store is away");
      }
    }
  }
}
