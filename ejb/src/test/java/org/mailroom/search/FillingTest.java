package org.mailroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.NumberSet;

/** How the index comes to have what the database has. */
class FillingTest extends TextSearchSetup {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRestartFindsTheIndexAndLooksAtAllOfIt(TestDatabase kind) throws IOException {
    open(kind);
    filling.fill();
    filling.end();
    expunge(1);
    long added = file("Subject: x\r\n\r\ndinner\r\n");
    start();
    assertThat(body("bogus")).as("before it was looked at").isEqualTo(all());
    filling.fill();
    assertThat(body("dinner")).isEqualTo(NumberSet.of(added));
    assertThat(body("nothing")).isEqualTo(NumberSet.range(2, OTHERS));
  }

  @Test
  void stepsFillTheIndexAndRestBetween() throws IOException {
    open(TestDatabase.H2);
    filling.step();
    assertThat(filling.known()).as("nothing is committed yet").isZero();
    pass(Duration.ofSeconds(1));
    assertThat(filling.known()).isZero();
    pass(Duration.ofSeconds(5));
    assertThat(filling.known()).isEqualTo(OTHERS);
    file("Subject: x\r\n\r\ndinner\r\n");
    pass(Duration.ofSeconds(3));
    pass(Duration.ofSeconds(6));
    assertThat(filling.known()).isEqualTo(OTHERS + 1);
    assertThat(body("bogus")).isEqualTo(NumberSet.NONE);
  }

  @Test
  void whatIsGoneIsRemovedWithinTheHour() throws IOException {
    open(TestDatabase.H2);
    filling.fill();
    expunge(1, 2, 3);
    pass(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofSeconds(6));
    }
    assertThat(filling.known()).isEqualTo(OTHERS - 3);
  }

  @Test
  void anotherContentOfTheSameIdIsNoticed() throws IOException {
    open(TestDatabase.H2);
    filling.fill();
    filling.end();
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.move(index(), other.resolve("index"));
    close();
    folder = other;
    open(TestDatabase.H2);
    expunge(1, 2);
    filling.fill();
    assertThat(filling.known()).isEqualTo(OTHERS - 2);
  }

  @Test
  void aDamagedIndexIsMadeAgain() throws IOException {
    open(TestDatabase.H2);
    filling.fill();
    for (String damage : List.of("deleted", "emptied", "cut", "changed", "junk")) {
      filling.end();
      for (Path file : files()) {
        damage(damage, file);
      }
      start();
      assertThat(body("bogus")).as(damage).isEqualTo(all());
      filling.step();
      pass(Duration.ofMinutes(2));
      pass(Duration.ofSeconds(6));
      pass(Duration.ofSeconds(6));
      assertThat(body("bogus")).as(damage).isEqualTo(NumberSet.NONE);
      assertThat(body("nothing")).as(damage).isEqualTo(all());
    }
  }

  @Test
  void anIndexThatIsDeletedWhileItIsUsedIsMadeAgain() throws IOException {
    open(TestDatabase.H2);
    filling.step();
    pass(Duration.ofSeconds(6));
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(index());
    long added = file("Subject: x\r\n\r\ndinner\r\n");
    pass(Duration.ofSeconds(6));
    assertThat(body("dinner").contains(added)).isTrue();
    pass(Duration.ofMinutes(2));
    pass(Duration.ofSeconds(6));
    pass(Duration.ofSeconds(6));
    assertThat(body("dinner")).isEqualTo(NumberSet.of(added));
  }

  private void pass(Duration time) {
    now += time.toNanos();
    filling.step();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(index())) {
      return all.toList();
    }
  }

  private static void damage(String damage, Path file) throws IOException {
    byte[] octets = Files.readAllBytes(file);
    switch (damage) {
      case "deleted" -> Files.delete(file);
      case "emptied" -> Files.write(file, new byte[0]);
      case "cut" -> Files.write(file, Arrays.copyOf(octets, octets.length / 2));
      case "changed" -> {
        if (octets.length > 0) {
          octets[octets.length / 2] ^= 1;
          Files.write(file, octets);
        }
      }
      default -> Files.writeString(file, "junk");
    }
  }
}
