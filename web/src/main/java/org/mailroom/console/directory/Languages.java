package org.mailroom.console.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/** The languages of notices. */
public final class Languages {

  private Languages() {}

  /** Their tags by their names; another one that somebody has stays possible. */
  public static Map<String, String> with(String current) {
    Map<String, String> languages = new LinkedHashMap<>();
    languages.put("English", "en");
    languages.put("简体中文", "zh-CN");
    if (!current.isEmpty() && !languages.containsValue(current)) {
      languages.put(current, current);
    }
    return languages;
  }
}
