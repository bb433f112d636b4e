package org.mailroom.console.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.net.URLEncoder;
import java.util.Objects;

/** The address of a page, relative to its neighbours, with parameters. */
public final class PageLink implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String text;

  private PageLink(String text) {
    this.text = text;
  }

  /** A page such as {@code accounts.xhtml}. */
  public static PageLink to(String page) {
    return new PageLink(Objects.requireNonNull(page, "a link leads to a page"));
  }

  /** The same with a parameter; an empty one is left out. */
  public PageLink with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    char separator = text.indexOf('?') < 0 ? '?' : '&';
    return new PageLink(text + separator + name + '=' + URLEncoder.encode(value, UTF_8));
  }

  /** As the attribute of a link or a redirection has it. */
  @Override
  public String toString() {
    return text;
  }
}
