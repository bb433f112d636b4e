package org.mailroom.console.find;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.console.Access;
import org.mailroom.console.Screen;
import org.mailroom.console.door.Pages;

/** Where the search of the top bar can lead who is signed in. */
@Named
@RequestScoped
public class FindView {

  @Inject private Access access;

  /** What a text may mean stands first, then the screens by their names. */
  public List<FindTarget> getTargets() {
    return Stream.concat(
            FindTargets.BY_TEXT.stream(), Arrays.stream(Screen.values()).map(FindView::screen))
        .filter(target -> Pages.resource(target.path()).filter(access::reads).isPresent())
        .toList();
  }

  private static FindTarget screen(Screen screen) {
    return new FindTarget(
        "screen", screen.icon(), "nav." + screen.key(), "/" + screen.key() + ".xhtml");
  }
}
