package org.mailroom.directory.change;

import java.util.Map;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.refusal.Refusal;

/** Entries as texts: read from what somebody gives, and written for the audit. */
final class EntryTexts {

  private EntryTexts() {}

  /**
   * Reads those that are given of an entry, its name among them.
   *
   * @throws DirectoryException when there is one that the kind has not, or no name
   */
  static Fields fields(EntryKind kind, Map<String, String> texts) throws DirectoryException {
    try {
      Fields given = Fields.given(texts, kind.fields());
      given.required(kind.naming());
      return given;
    } catch (IllegalArgumentException e) {
      throw DirectoryException.of(Why.UNSOUND, Refusal.by(e));
    }
  }

  /**
   * What an entry of this name is known by.
   *
   * @throws DirectoryException when it is no name of the kind
   */
  static String key(EntryKind kind, String name) throws DirectoryException {
    try {
      if (name.isBlank()) {
        throw DirectoryReason.FIELD_MISSING.refused(kind.naming());
      }
      return kind.key(name);
    } catch (IllegalArgumentException e) {
      throw DirectoryException.of(
          Why.UNSOUND, DirectoryReason.NAME_REFUSED.about(kind.noun(), Refusal.by(e)));
    }
  }

  /** An entry for the audit, without its secrets. */
  static String audited(EntryKind kind, DirectoryEntry entry) {
    return audited(kind, kind.write(entry));
  }

  /** The same of what is given of one. */
  static String audited(EntryKind kind, Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    for (Field field : kind.fields()) {
      if (fields.containsKey(field.name())) {
        boolean secret = field.type() == Field.Type.SECRET;
        text.append(text.isEmpty() ? "" : ", ")
            .append(field.name())
            .append('=')
            .append(secret ? "********" : fields.get(field.name()));
      }
    }
    return text.toString();
  }
}
