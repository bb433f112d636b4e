package org.mailroom.console;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The address of a page, relative to its neighbours, with what it shows. A value. */
public final class PageLink implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String text;

  private PageLink(String text) {
    this.text = text;
  }

  /**
   * A page.
   *
   * @param key of the screen
   */
  public static PageLink page(String key) {
    return new PageLink(Objects.requireNonNull(key, "a link leads to a page") + ".xhtml");
  }

  /**
   * Such as {@code queue.xhtml?state=held}.
   *
   * @param key of the screen
   * @param parameters names and values by turns; an empty value is left out
   */
  public static String to(String key, String... parameters) {
    PageLink link = page(key);
    for (int i = 0; i + 1 < parameters.length; i += 2) {
      link = link.with(parameters[i], parameters[i + 1]);
    }
    return link.toString();
  }

  /** The same with a parameter; an empty one is left out. */
  public PageLink with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    char separator = text.indexOf('?') < 0 ? '?' : '&';
    return new PageLink(
        text + separator + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /** As the attribute of a link or a redirection has it. */
  @Override
  public String toString() {
    return text;
  }
}
