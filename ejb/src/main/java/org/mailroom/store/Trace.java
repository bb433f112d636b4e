package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;

/**
 * The fields that final delivery writes in front of a message (RFC 5321, 4.4).
 *
 * @param text lines ended by CRLF; UTF-8
 */
record Trace(String text) {

  /** Of a message that nobody delivered: a client appended it. */
  static final Trace NONE = new Trace("");

  /** The names of its fields, in lower case. */
  static final Set<String> NAMES = Set.of("return-path", "delivered-to");

  static Trace of(ReversePath from, ForwardPath to) {
    return new Trace("Return-Path: <" + from + ">\r\nDelivered-To: " + to + "\r\n");
  }

  /** Those of messages; one that has been deleted has none. */
  static Map<Long, Trace> of(long mailbox, List<Long> uids, EntityManager entities) {
    Map<Long, Trace> traces = new HashMap<>();
    entities
        .createQuery(
            "select m.uid, m.trace from StoredMessage m where m.mailboxId = :mailbox"
                + " and m.uid between :first and :last and m.uid in (:uids)",
            Object[].class)
        .setParameter("mailbox", mailbox)
        .setParameter("first", uids.get(0))
        .setParameter("last", uids.get(uids.size() - 1))
        .setParameter("uids", uids)
        .getResultList()
        .forEach(row -> traces.put((Long) row[0], new Trace((String) row[1])));
    return traces;
  }

  long size() {
    return octets().length;
  }

  byte[] octets() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
