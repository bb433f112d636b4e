package org.mailroom.mailbox.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ModifiedUtf7;
import org.mailroom.mailbox.MailboxName;

/**
 * The path of a file in a Maildir tree. Folders of a Maildir++ begin with a dot, and have dots
 * between levels; any other folder is a level of its own. Names are in modified UTF-7, or as they
 * are where that can't be read.
 *
 * @param levels of the mailbox, none for the root of the tree
 * @param isMessage false: it is a {@link DovecotKeywords#FILE}
 * @param file the last name of it
 */
public record MaildirPath(List<String> levels, boolean isMessage, String file) {

  /** Takes a copy. */
  public MaildirPath {
    levels = List.copyOf(levels);
  }

  /** Reads a path, with {@code /} between names; empty for files that have no mail. */
  public static Optional<MaildirPath> parse(String path) {
    List<String> names =
        Stream.of(path.split("/", -1))
            .filter(name -> !name.isEmpty() && !name.equals("."))
            .toList();
    if (path.endsWith("/") || names.isEmpty() || names.contains("..")) {
      return Optional.empty();
    }
    int last = names.size() - 1;
    String file = names.get(last);
    if (file.equals(DovecotKeywords.FILE)) {
      return Optional.of(new MaildirPath(levels(names.subList(0, last)), false, file));
    }
    if (last == 0 || file.startsWith(".") || !isOfMessages(names.get(last - 1))) {
      return Optional.empty();
    }
    return Optional.of(new MaildirPath(levels(names.subList(0, last - 1)), true, file));
  }

  /** True for the folders of a Maildir that have messages; {@code tmp} has what is not complete. */
  public static boolean isOfMessages(String folder) {
    return folder.equals("cur") || folder.equals("new");
  }

  /**
   * The mailbox that it is in.
   *
   * @param root where the root of the tree is; for INBOX, the others are beside it
   * @throws IllegalArgumentException when none can have such a name
   */
  public MailboxName mailbox(MailboxName root) {
    if (levels.isEmpty()) {
      return root;
    }
    String below = String.join("/", levels);
    return MailboxName.of(root.isInbox() ? below : root.text() + MailboxName.SEPARATOR + below);
  }

  private static List<String> levels(List<String> folders) {
    List<String> levels = new ArrayList<>();
    for (String folder : folders) {
      Stream<String> parts =
          folder.startsWith(".") ? Stream.of(folder.split("\\.", -1)) : Stream.of(folder);
      parts.filter(part -> !part.isEmpty()).map(MaildirPath::level).forEach(levels::add);
    }
    return levels;
  }

  private static String level(String name) {
    String decoded;
    try {
      decoded = ModifiedUtf7.decode(name);
    } catch (ImapSyntaxException e) {
      decoded = name;
    }
    return decoded.replaceAll("[/*%\\p{Cntrl}\\u2028\\u2029\\uFFFD]", "_");
  }
}
