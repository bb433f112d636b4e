package org.mailroom.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kinds of entries of the directory, as the commands name them and REST does. */
// What List.of makes never changes.
@SuppressWarnings("ImmutableEnumChecker")
enum DirectoryKind {
  DOMAIN("domains", "name", "relay", "aliases", "catch_all", "quota", "quota_messages", "language"),
  ACCOUNT(
      "accounts",
      "address",
      "name",
      "quota",
      "quota_messages",
      "enabled",
      "roles",
      "language",
      "send_as",
      "forwards",
      "keeps_copy",
      "imap_off"),
  ALIAS("aliases", "address", "targets"),
  LIST("lists", "address", "name", "posting", "members", "owners", "moderators"),
  ROUTE(
      "routes",
      "name",
      "order",
      "domains",
      "senders",
      "host",
      "protocol",
      "tls",
      "user",
      "schedule"),
  NETWORK("networks", "network", "comment", "repair");

  private final String plural;
  private final String naming;
  private final List<String> fields;

  DirectoryKind(String plural, String naming, String... fields) {
    this.plural = plural;
    this.naming = naming;
    this.fields = List.of(fields);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String plural() {
    return plural;
  }

  /** The field that is the name of an entry. */
  String naming() {
    return naming;
  }

  /** The other fields. */
  List<String> fields() {
    return fields;
  }

  boolean hasPassword() {
    return this == ACCOUNT || this == ROUTE;
  }

  /** All entries, a row each. */
  Table list(Json answer) {
    List<String> heads = new ArrayList<>(List.of(head(naming)));
    fields.forEach(field -> heads.add(head(field)));
    return new Table(heads, answer.get(plural).elements().stream().map(this::row).toList());
  }

  /** One entry, a row for each field. */
  Table show(Json entry) {
    List<List<String>> rows =
        fields.stream().map(field -> List.of(field, cell(entry.get(field)))).toList();
    return new Table(List.of(naming, cell(entry.get(naming))), rows);
  }

  private List<String> row(Json entry) {
    List<String> cells = new ArrayList<>(List.of(cell(entry.get(naming))));
    fields.forEach(field -> cells.add(cell(entry.get(field))));
    return cells;
  }

  private static String cell(Json value) {
    List<Json> elements = value.elements();
    return elements.isEmpty()
        ? value.text()
        : String.join(" ", elements.stream().map(Json::text).toList());
  }

  private static String head(String field) {
    return field.replace('_', ' ').toUpperCase(Locale.ROOT);
  }
}
