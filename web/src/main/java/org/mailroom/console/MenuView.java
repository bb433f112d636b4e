package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The screens that who is signed in may see. */
@Named
@RequestScoped
public class MenuView {

  @Inject private Access access;

  /** Groups that have one. */
  public List<Screen.Group> getGroups() {
    return Arrays.stream(Screen.Group.values()).filter(group -> !screens(group).isEmpty()).toList();
  }

  /** Those of a group. */
  public List<Screen> screens(Screen.Group group) {
    return Arrays.stream(Screen.values())
        .filter(screen -> screen.group() == group && access.reads(screen.resource()))
        .toList();
  }
}
