package org.mailroom.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Requests of a page's script for parts of it: a redirect would be followed, and not understood.
 */
final class PartialPage {

  private PartialPage() {}

  /** True when the script of a page asks. */
  static boolean wantedBy(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  /** Has the script open another page. */
  static void leadTo(String page, HttpServletResponse response) throws IOException {
    response.setContentType("text/xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    try (Writer out = response.getWriter()) {
      out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><redirect url=\"");
      out.write(page.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
      out.write("\"/></partial-response>");
    }
  }
}
