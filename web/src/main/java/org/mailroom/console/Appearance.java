package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.refusal.Refusal;

/**
 * Theme and language of the reader. Their browser keeps the choice, in cookies that the page's
 * script writes; without one, the browser's own preferences hold.
 */
@Named
@RequestScoped
public class Appearance {

  static final String THEME_COOKIE = "mailroom-theme";
  static final String LANGUAGE_COOKIE = "mailroom-language";

  private static final String LIGHT = "light";
  private static final String DARK = "dark";
  private static final String AUTO = "auto";

  /** {@code light}, {@code dark} or {@code auto}. */
  public String getTheme() {
    return cookie(THEME_COOKIE)
        .filter(value -> value.equals(LIGHT) || value.equals(DARK))
        .orElse(AUTO);
  }

  /** The media query of the light style sheet. */
  public String getLightMedia() {
    return media(LIGHT);
  }

  /** The media query of the dark style sheet. */
  public String getDarkMedia() {
    return media(DARK);
  }

  /** English or Simplified Chinese. */
  public Locale getLocale() {
    Optional<String> chosen = cookie(LANGUAGE_COOKIE);
    if (chosen.isPresent()) {
      return locale(Locale.forLanguageTag(chosen.get())).orElse(Locale.ENGLISH);
    }
    Iterator<Locale> preferred = external().getRequestLocales();
    while (preferred.hasNext()) {
      Optional<Locale> known = locale(preferred.next());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return Locale.ENGLISH;
  }

  /** The language as HTML names it. */
  public String getLanguage() {
    return getLocale().toLanguageTag();
  }

  /** A refusal in that language. */
  public String text(Refusal refusal) {
    return phrases(Instant.EPOCH).text(refusal);
  }

  /** All of them, one behind the other. */
  public String text(List<Refusal> refusals) {
    return refusals.stream().map(this::text).collect(Collectors.joining(" · "));
  }

  /** A text in that language which tells of no time. */
  public String text(String key, Object... values) {
    return phrases(Instant.EPOCH).text(key, values);
  }

  /** What is said in that language, with the times of this machine. */
  public Phrases phrases(Instant now) {
    return new Phrases(getLocale(), ZoneId.systemDefault(), now);
  }

  private String media(String scheme) {
    String theme = getTheme();
    if (theme.equals(AUTO)) {
      return "(prefers-color-scheme: " + scheme + ")";
    }
    return theme.equals(scheme) ? "all" : "not all";
  }

  private static Optional<Locale> locale(Locale wanted) {
    return switch (wanted.getLanguage()) {
      case "zh" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
      case "en" -> Optional.of(Locale.ENGLISH);
      default -> Optional.empty();
    };
  }

  private static Optional<String> cookie(String name) {
    return external().getRequestCookieMap().get(name) instanceof Cookie cookie
        ? Optional.of(cookie.getValue())
        : Optional.empty();
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
