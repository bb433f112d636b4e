package org.mailroom.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A command's options and operands. Options begin with {@code --} and may stand anywhere before
 * {@code --}; a value follows as the next argument or behind {@code =}.
 */
final class Arguments {

  private final Map<String, List<String>> options = new TreeMap<>();
  private final List<String> operands = new ArrayList<>();

  private Arguments() {}

  /**
   * Reads a command line.
   *
   * @param flags options without a value
   * @param valued options with a value
   * @param atMost how many operands there may be
   * @throws UsageException for any other option, a missing value and too many operands
   */
  static Arguments parse(List<String> words, Set<String> flags, Set<String> valued, int atMost)
      throws UsageException {
    Arguments arguments = new Arguments();
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (word.equals("--")) {
        arguments.operands.addAll(rest);
        rest.clear();
      } else if (word.startsWith("--")) {
        arguments.option(word, rest, flags, valued);
      } else {
        arguments.operands.add(word);
      }
    }
    if (arguments.operands.size() > atMost) {
      throw new UsageException("unexpected argument: " + arguments.operands.get(atMost));
    }
    return arguments;
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  List<String> values(String option) {
    return options.getOrDefault(option, List.of());
  }

  /** The value given last. */
  Optional<String> value(String option) {
    List<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /**
   * The operand at an index.
   *
   * @throws UsageException when there are fewer
   */
  String operand(int index, String name) throws UsageException {
    if (index >= operands.size()) {
      throw new UsageException("missing argument: " + name);
    }
    return operands.get(index);
  }

  /** All operands as one text, with blanks between them. */
  String text() {
    return String.join(" ", operands);
  }

  private void option(String word, Deque<String> rest, Set<String> flags, Set<String> valued)
      throws UsageException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (flags.contains(name) && equals < 0) {
      options.computeIfAbsent(name, key -> new ArrayList<>());
    } else if (valued.contains(name)) {
      if (equals < 0 && rest.isEmpty()) {
        throw new UsageException("missing value: " + name);
      }
      options
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(equals < 0 ? rest.pop() : word.substring(equals + 1));
    } else {
      throw new UsageException("unknown option: " + word);
    }
  }
}
