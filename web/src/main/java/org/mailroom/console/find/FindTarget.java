package org.mailroom.console.find;

/**
 * Where the search can lead.
 *
 * @param kind of texts that it is for: {@code screen}, {@code id}, {@code address}, {@code domain}
 * @param icon the style of its icon
 * @param label the key of its text
 * @param address of the page, with <code>{q}</code> where the text belongs
 */
public record FindTarget(String kind, String icon, String label, String address) {

  private static final String QUERY = "{q}";

  /** A page with the text as a parameter, behind what {@code before} says of it. */
  static FindTarget of(String kind, String icon, String page, String parameter, String before) {
    String what = before.isEmpty() ? page : page + "." + before.replaceAll("\\W", "");
    return new FindTarget(
        kind,
        icon,
        "find." + kind + "." + what,
        "/" + page + ".xhtml?" + parameter + "=" + before + QUERY);
  }

  /** The path of the page. */
  String path() {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }
}
