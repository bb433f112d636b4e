package org.mailroom.it.deployed;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** All that a user agent sees of the mailboxes of an account. */
final class SeenMailboxes {

  private SeenMailboxes() {}

  /** Lines for each mailbox by its name: what it is for, then its messages in their order. */
  static Map<String, List<String>> of(Store store) throws Exception {
    Map<String, List<String>> all = new TreeMap<>();
    for (Folder folder : store.getDefaultFolder().list("*")) {
      List<String> lines = new ArrayList<>();
      lines.add(use((IMAPFolder) folder) + (folder.isSubscribed() ? " shown" : " hidden"));
      folder.open(Folder.READ_ONLY);
      for (Message message : folder.getMessages()) {
        lines.add(line(message));
      }
      folder.close(false);
      all.put(folder.getFullName(), lines);
    }
    return all;
  }

  private static String use(IMAPFolder folder) throws MessagingException {
    return Arrays.stream(folder.getAttributes())
        .filter(attribute -> !attribute.contains("Child"))
        .toList()
        .toString();
  }

  private static String line(Message message)
      throws MessagingException, IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    String flags = flags(message.getFlags());
    message.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return message.getReceivedDate().toInstant()
        + " "
        + flags
        + " "
        + HexFormat.of().formatHex(digest.digest());
  }

  /** Date, flags and subject of a message. */
  static String summary(Message message) {
    try {
      return message.getReceivedDate().toInstant()
          + " "
          + flags(message.getFlags())
          + " "
          + message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String flags(Flags flags) {
    StringBuilder text = new StringBuilder();
    for (Flags.Flag flag :
        List.of(
            Flags.Flag.SEEN,
            Flags.Flag.ANSWERED,
            Flags.Flag.FLAGGED,
            Flags.Flag.DELETED,
            Flags.Flag.DRAFT)) {
      text.append(flags.contains(flag) ? 'x' : '-');
    }
    return text + " " + new TreeSet<>(Arrays.asList(flags.getUserFlags()));
  }

  /** All of a message. */
  static byte[] octets(Message message) throws MessagingException, IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    message.writeTo(octets);
    return octets.toByteArray();
  }
}
