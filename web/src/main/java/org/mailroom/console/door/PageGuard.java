package org.mailroom.console.door;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mailroom.console.Roles;
import org.mailroom.login.FirstRun;

/**
 * Shows pages to those whose roles may see what is on them, and keeps pages out of caches. Who is
 * not signed in doesn't come so far.
 */
@WebFilter("/*")
public class PageGuard extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient FirstRun firstRun;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String below = request.getPathInfo();
    String path = request.getServletPath() + (below == null ? "" : below);
    if (!path.startsWith("/jakarta.faces.resource/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (Pages.isOfFirstRun(path) && !firstRun.isOpen()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (path.isEmpty() || path.equals("/") || Pages.isOpen(path)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<String> resource = Pages.resource(path);
    if (resource.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!Roles.of(request::isUserInRole).reads(resource.get())) {
      refuse(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (PartialPage.wantedBy(request)) {
      PartialPage.leadTo("/error.xhtml?reason=403", response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
