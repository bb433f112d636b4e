package org.mailroom.directory.change;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mailroom.directory.AddressKey;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.refusal.Refusal;
import org.mailroom.settings.Network;

/** What kinds of entries the directory has. */
// The forms and functions have no state.
@SuppressWarnings("ImmutableEnumChecker")
public enum EntryKind {
  DOMAIN("domains", new DomainForm(), DirectoryData::domains, name -> Domain.of(name).ascii()),
  ACCOUNT("accounts", new AccountForm(), DirectoryData::accounts, EntryKind::addressKey),
  ALIAS("aliases", new AliasForm(), DirectoryData::aliases, EntryKind::addressKey),
  LIST("lists", new ListForm(), DirectoryData::lists, EntryKind::addressKey),
  ROUTE("routes", new RouteForm(), DirectoryData::routes, name -> name),
  NETWORK(
      "networks",
      new NetworkForm(),
      DirectoryData::networks,
      name -> Network.parse(name).toString());

  private final String plural;
  private final EntryForm<? extends DirectoryEntry> form;
  private final Function<DirectoryData, List<? extends DirectoryEntry>> entries;
  private final UnaryOperator<String> keys;

  EntryKind(
      String plural,
      EntryForm<? extends DirectoryEntry> form,
      Function<DirectoryData, List<? extends DirectoryEntry>> entries,
      UnaryOperator<String> keys) {
    this.plural = plural;
    this.form = form;
    this.entries = entries;
    this.keys = keys;
  }

  /** The kind that is called so in the plural, as in the paths of REST. */
  public static Optional<EntryKind> ofPlural(String plural) {
    return Arrays.stream(values()).filter(kind -> kind.plural.equals(plural)).findAny();
  }

  /** One of it, in a word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same as part of a refusal. */
  Refusal noun() {
    return switch (this) {
      case DOMAIN -> DirectoryReason.KIND_DOMAIN.about();
      case ACCOUNT -> DirectoryReason.KIND_ACCOUNT.about();
      case ALIAS -> DirectoryReason.KIND_ALIAS.about();
      case LIST -> DirectoryReason.KIND_LIST.about();
      case ROUTE -> DirectoryReason.KIND_ROUTE.about();
      case NETWORK -> DirectoryReason.KIND_NETWORK.about();
    };
  }

  /** Several of it, in a word. */
  public String plural() {
    return plural;
  }

  /** True when its entries are the people of a domain. */
  public boolean isOfDomain() {
    return this == ACCOUNT || this == ALIAS || this == LIST;
  }

  /** The fields of its entries; the first is the name of the entry. */
  public List<Field> fields() {
    return form.fields();
  }

  /** The fields of an entry as texts, without its secrets. */
  public Map<String, String> write(DirectoryEntry entry) {
    return written(form, entry);
  }

  /** All of a directory. */
  public List<? extends DirectoryEntry> of(DirectoryData data) {
    return entries.apply(data);
  }

  /** The field that is the name of an entry. */
  public String naming() {
    return fields().get(0).name();
  }

  /** The key that a name means. */
  String key(String name) {
    return keys.apply(name.strip());
  }

  DirectoryEntry read(Fields given, Optional<DirectoryEntry> before, DirectoryData data) {
    return read(form, given, before, data);
  }

  /** The kinds and their forms go together by the constants above. */
  @SuppressWarnings("unchecked")
  private static <T extends DirectoryEntry> T read(
      EntryForm<T> form, Fields given, Optional<DirectoryEntry> before, DirectoryData data) {
    Optional<T> same = before.map(entry -> (T) entry);
    return form.read(given.over(same.map(form::write).orElse(Map.of())), same, data);
  }

  @SuppressWarnings("unchecked")
  private static <T extends DirectoryEntry> Map<String, String> written(
      EntryForm<T> form, DirectoryEntry entry) {
    return form.write((T) entry);
  }

  private static String addressKey(String name) {
    return AddressKey.of(Address.parse(name)).toString();
  }
}
