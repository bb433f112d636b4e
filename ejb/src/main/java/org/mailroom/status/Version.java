package org.mailroom.status;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the hub, as the build wrote it. */
@Singleton
public class Version {

  private final String text;

  /** Reads it. */
  public Version() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text = properties.getProperty("version");
  }

  /** Such as {@code 0.1.0}. */
  public String text() {
    return text;
  }
}
