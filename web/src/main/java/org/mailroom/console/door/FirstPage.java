package org.mailroom.console.door;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.mailroom.console.Roles;
import org.mailroom.console.Screen;

/** {@code /}: leads to the first screen of the menu that is for who is signed in. */
@WebServlet("")
public class FirstPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Roles roles = Roles.of(request::isUserInRole);
    Optional<Screen> first =
        Arrays.stream(Screen.values()).filter(screen -> roles.reads(screen.resource())).findFirst();
    if (first.isPresent()) {
      response.sendRedirect("/" + first.get().key() + ".xhtml");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
