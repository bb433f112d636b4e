package org.mailroom.console.door;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.console.Screen;

/** What somebody must be allowed to see for a page. A page that isn't named here is nobody's. */
public final class Pages {

  private static final String SUFFIX = ".xhtml";

  /** Pages and files that belong to a screen, and have no place in the menu. */
  private static final Map<String, String> OTHERS =
      Map.of("audit.csv", "audit", "trace.xhtml", "traces", "first-steps.xhtml", "first-run");

  /** For those who are not signed in as well. */
  private static final Set<String> OPEN =
      Set.of("/login.xhtml", "/error.xhtml", "/first-run.xhtml");

  /** There only until the hub is set up. */
  private static final Set<String> FIRST = Set.of("/first-run.xhtml", "/first-steps.xhtml");

  private static final Set<String> OPEN_FOLDERS =
      Set.of(
          "/api/", "/jakarta.faces.resource/", "/jakarta.faces.push/", "/mail/", "/.well-known/");

  private Pages() {}

  /** True for what needs no role of the console; the API asks for tokens. */
  static boolean isOpen(String path) {
    return OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
  }

  /** True for what is gone when the first run has ended. */
  static boolean isOfFirstRun(String path) {
    return FIRST.contains(path);
  }

  /** The resource of a page; empty when there is no such page. */
  public static Optional<String> resource(String path) {
    String name = path.substring(1);
    String other = OTHERS.get(name);
    if (other != null) {
      return Optional.of(other);
    }
    return Arrays.stream(Screen.values())
        .filter(screen -> name.equals(screen.key() + SUFFIX))
        .map(Screen::resource)
        .findAny();
  }
}
