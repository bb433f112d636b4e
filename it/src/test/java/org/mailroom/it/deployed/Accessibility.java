package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What axe-core finds on a page, by WCAG 2.1 A and AA, that keeps somebody from using it. */
final class Accessibility {

  private static final String AXE = read();
  private static final String FIND =
      """
      var done = arguments[arguments.length - 1];
      axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(function (results) {
        done(results.violations
            .filter(function (found) { return ['serious', 'critical'].includes(found.impact); })
            .map(function (found) {
              return found.id + ': ' + found.nodes
                  .map(function (node) { return node.target + ' ' + node.failureSummary; })
                  .slice(0, 5).join('; ');
            }));
      }, function (trouble) { done(['axe: ' + trouble]); });
      """;

  private Accessibility() {}

  /** What is serious or critical, each with where it is. */
  static List<String> findings(Browser browser) {
    browser.run(AXE);
    return ((List<?>) browser.runAndAwait(FIND)).stream().map(Object::toString).toList();
  }

  private static String read() {
    try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
