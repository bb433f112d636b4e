package org.mailroom.console;

import java.util.Locale;
import org.mailroom.permission.Permissions;

/** The screens of the menu, in its order. The page of each is named as its key. */
public enum Screen {
  OVERVIEW(Group.MAIL, "status", "pi-home"),
  QUEUES(Group.MAIL, "queue", "pi-send"),
  QUEUE(Group.MAIL, "queue", "pi-inbox"),
  TRACES(Group.MAIL, "traces", "pi-search"),
  LIVE(Group.MAIL, "conversations", "pi-comments"),
  DELIVERY_TEST(Group.MAIL, "delivery-tests", "pi-bolt"),
  ACCOUNTS(Group.DIRECTORY, "accounts", "pi-users"),
  DOMAINS(Group.DIRECTORY, "domains", "pi-globe"),
  ALIASES(Group.DIRECTORY, "aliases", "pi-at"),
  LISTS(Group.DIRECTORY, "lists", "pi-sitemap"),
  ROUTES(Group.DIRECTORY, "routes", "pi-directions"),
  NETWORKS(Group.DIRECTORY, "networks", "pi-shield"),
  SESSIONS(Group.HUB, "sessions", "pi-users"),
  SETTINGS(Group.HUB, "settings", "pi-cog"),
  AUDIT(Group.HUB, "audit", "pi-book"),
  ROLES(Group.HUB, "roles", "pi-id-card"),
  TOKENS(Group.HUB, "tokens", "pi-key"),
  MY_ACCOUNT(Group.SELF, Permissions.MY_ACCOUNT, "pi-user");

  /** Screens that stand together; its title is {@code nav.group.KEY}. */
  public enum Group {
    MAIL,
    DIRECTORY,
    HUB,
    SELF;

    /** As texts and styles name it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Group group;
  private final String resource;
  private final String icon;

  /**
   * A screen.
   *
   * @param resource below {@code /api/} that somebody must be allowed to see for it
   * @param icon of PrimeIcons
   */
  Screen(Group group, String resource, String icon) {
    this.group = group;
    this.resource = resource;
    this.icon = icon;
  }

  /** Where it stands. */
  public Group group() {
    return group;
  }

  /** What somebody must be allowed to see for it. */
  public String resource() {
    return resource;
  }

  /** The style of its icon. */
  public String icon() {
    return icon;
  }

  /** Its page without suffix, and its name in texts: {@code nav.KEY}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
