package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTokenTest {

  private static final String KNOWN = "0123456789abcdefghijklmnopqrstuv";

  private Path file;

  @BeforeEach
  void place(@TempDir Path data) {
    file = data.resolve("secrets").resolve("command-token");
  }

  @Test
  void aMissingTokenIsMadeForItsOwnerAlone() throws IOException {
    CommandToken token = CommandToken.in(file);
    String text = Files.readString(file).strip();
    assertThat(text).hasSizeGreaterThanOrEqualTo(43);
    assertThat(token.matches(text)).isTrue();
    assertThat(permissions()).isEqualTo("rw-------");
    assertThat(file.getParent().toFile().list()).containsExactly("command-token");
  }

  @Test
  void anExistingTokenIsKept() throws IOException {
    write(KNOWN + "\n", "rw-------");
    assertThat(CommandToken.in(file).matches(KNOWN)).isTrue();
    assertThat(Files.readString(file)).isEqualTo(KNOWN + "\n");
  }

  @Test
  void aTokenThatOthersCouldReadIsClosed() throws IOException {
    write(KNOWN, "rw-r--r--");
    CommandToken.in(file);
    assertThat(permissions()).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "short", "  0123456789abcdefghijklmnopqrstu\n"})
  void aFileWithoutATokenGetsOne(String content) throws IOException {
    write(content, "rw-------");
    assertThat(CommandToken.in(file).matches(content.strip())).isFalse();
    assertThat(CommandToken.in(file).matches(Files.readString(file).strip())).isTrue();
  }

  @Test
  void twoTokensDiffer() throws IOException {
    CommandToken.in(file);
    String first = Files.readString(file);
    Files.delete(file);
    CommandToken.in(file);
    assertThat(Files.readString(file)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", KNOWN + "0", "0123456789abcdefghijklmnopqrstuV", "密码"})
  void everythingElseIsNotTheToken(String candidate) throws IOException {
    write(KNOWN, "rw-------");
    assertThat(CommandToken.in(file).matches(candidate)).isFalse();
  }

  private void write(String content, String mode) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
