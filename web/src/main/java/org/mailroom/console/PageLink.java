package org.mailroom.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages with what they show. */
public final class PageLink {

  private PageLink() {}

  /**
   * Such as {@code queue.xhtml?state=held}.
   *
   * @param key of the screen
   * @param parameters names and values by turns; an empty value is left out
   */
  public static String to(String key, String... parameters) {
    StringBuilder link = new StringBuilder(key).append(".xhtml");
    char before = '?';
    for (int i = 0; i + 1 < parameters.length; i += 2) {
      if (!parameters[i + 1].isEmpty()) {
        link.append(before)
            .append(parameters[i])
            .append('=')
            .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        before = '&';
      }
    }
    return link.toString();
  }
}
