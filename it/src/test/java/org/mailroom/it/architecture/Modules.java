package org.mailroom.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compiled classes of all modules, as the build left them in their {@code target/classes}. */
final class Modules {

  static final List<String> NAMES =
      List.of("core", "jca-smtp-adapter", "jca-mailbox-adapter", "ejb", "web", "command");

  private static final Path PROJECT = Path.of(System.getProperty("mailroom.project", ".."));
  private static final Pattern MODULE = Pattern.compile("([^/]+)/target/classes/");

  private Modules() {}

  /** All classes of the product. */
  static JavaClasses all() {
    return importOf(NAMES);
  }

  /** The classes of one module. */
  static JavaClasses of(String module) {
    return importOf(List.of(module));
  }

  /** The module that a class was imported from. */
  static String moduleOf(JavaClass type) {
    String location = type.getSource().orElseThrow().getUri().toString();
    Matcher matcher = MODULE.matcher(location);
    if (!matcher.find()) {
      throw new IllegalArgumentException(location + " is in no module");
    }
    return matcher.group(1);
  }

  private static JavaClasses importOf(List<String> modules) {
    List<Path> folders =
        modules.stream().map(module -> PROJECT.resolve(module).resolve("target/classes")).toList();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(folder + " is missing: build the modules first");
      }
    }
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
        .importPaths(folders);
  }
}
