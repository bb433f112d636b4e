package org.mailroom.tracking.store;

import java.lang.Character.UnicodeScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement for a query. Its order is that of the index which answers it, so that a page costs
 * what the page has, however many traces there are.
 */
final class TraceStatement {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final int size;
  private String firstInOrder = "";

  private TraceStatement(int size) {
    this.size = size;
  }

  static TraceStatement of(TraceQuery query) {
    TraceStatement made = new TraceStatement(query.size());
    made.words(query.subject());
    if (!query.recipient().isEmpty()) {
      made.address(query.recipient(), "r.recipient_key", "r.recipient_domain");
    }
    if (!query.sender().isEmpty()) {
      made.address(query.sender(), "r.sender_key", "r.sender_domain");
    }
    query.id().ifPresent(id -> made.with("r.mail = ?", IdNumber.of(id)));
    query.from().ifPresent(time -> made.with("r.accepted >= ?", time));
    query.to().ifPresent(time -> made.with("r.accepted < ?", time));
    if (!query.after().isEmpty()) {
      TracePlace place = TracePlace.parse(query.after());
      made.with("r.accepted <= ?", place.accepted());
      made.with("(r.accepted < ? or r.number < ?)", place.accepted(), place.number());
    }
    return made;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql());
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      statement.setObject(i + 1, value instanceof Instant time ? TraceTables.toTime(time) : value);
    }
    return statement;
  }

  private String sql() {
    String where =
        conditions.isEmpty()
            ? ""
            : conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
    return "select r.mail, r.number, r.accepted, r.recipient, r.recipient_key, m.sender, m.subject,"
        + " m.bytes from trace_recipient r join trace_mail m on m.id = r.mail"
        + where
        + " order by "
        + firstInOrder
        + "r.accepted desc, r.number desc fetch first "
        + size
        + " rows only";
  }

  private void with(String condition, Object... of) {
    conditions.add(condition);
    values.addAll(List.of(of));
  }

  private void address(String text, String addresses, String domains) {
    AddressPattern pattern = AddressPattern.parse(text);
    conditions.add(pattern.condition(addresses, domains, values));
    if (pattern.kind() != AddressPattern.Kind.PREFIX && firstInOrder.isEmpty()) {
      firstInOrder = (pattern.kind() == AddressPattern.Kind.DOMAIN ? domains : addresses) + ", ";
    }
  }

  /** The longest word leads, as it is likely to be the rarest. */
  private void words(String subject) {
    List<String> wanted = new ArrayList<>();
    for (String piece : subject.split("\\s+", -1)) {
      List<String> words = new ArrayList<>(SubjectWords.of(piece));
      if (piece.endsWith("*") && !words.isEmpty()) {
        words.set(words.size() - 1, words.getLast() + "*");
      }
      wanted.addAll(words);
    }
    if (!subject.isBlank() && wanted.isEmpty()) {
      throw new IllegalArgumentException("A subject is searched by words");
    }
    wanted.sort(Comparator.comparingInt(String::length).reversed());
    for (int i = 0; i < wanted.size(); i++) {
      String table = "w" + i;
      String condition = word(table, wanted.get(i));
      conditions.add(
          "r.mail in (select "
              + table
              + ".mail from trace_word "
              + table
              + " where "
              + condition
              + ")");
    }
  }

  private String word(String table, String word) {
    boolean oneHan =
        word.codePointCount(0, word.length()) == 1
            && UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.HAN;
    if (word.endsWith("*")) {
      String beginning = word.substring(0, word.length() - 1);
      return AddressPattern.beginning(table + ".word", beginning, values);
    }
    return oneHan
        ? AddressPattern.beginning(table + ".word", word, values)
        : AddressPattern.equal(table + ".word", word, values);
  }
}
