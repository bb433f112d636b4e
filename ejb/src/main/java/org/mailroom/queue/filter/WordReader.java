package org.mailroom.queue.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a filter word by word. */
final class WordReader {

  private static final String RELATIONS = ":<>";
  private final String text;
  private int at;

  WordReader(String text) {
    this.text = text;
  }

  List<Word> read() throws FilterException {
    List<Word> words = new ArrayList<>();
    skipSpace();
    while (at < text.length()) {
      words.add(word());
      if (at < text.length() && !isSpace(text.charAt(at))) {
        throw new FilterException(at, FilterProblem.NO_BLANK);
      }
      skipSpace();
    }
    return words;
  }

  private Word word() throws FilterException {
    boolean negated = text.charAt(at) == '-';
    at += negated ? 1 : 0;
    int begin = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(begin, at).toLowerCase(Locale.ROOT);
    if (at == text.length() || RELATIONS.indexOf(text.charAt(at)) < 0 || name.isEmpty()) {
      throw new FilterException(begin, FilterProblem.NO_TERM, Fields.NAMES);
    }
    char relation = text.charAt(at);
    at++;
    int valueAt = at;
    return new Word(negated, name, relation, value(), valueAt);
  }

  private String value() throws FilterException {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int begin = at;
    while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '"') {
      at++;
    }
    if (begin == at) {
      throw new FilterException(at, FilterProblem.NO_VALUE);
    }
    return text.substring(begin, at);
  }

  private String quoted() throws FilterException {
    int begin = at;
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
    }
    throw new FilterException(begin, FilterProblem.OPEN_QUOTE);
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
