package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {

  @TempDir private Path folder;
  private Path ear;
  private Path deployments;
  private Path deployed;

  @BeforeEach
  void build() throws IOException {
    ear = Files.writeString(folder.resolve("mailroom.ear"), "one");
    deployments = Files.createDirectories(folder.resolve("server/deployments"));
    deployed = deployments.resolve("mailroom.ear");
    Application.put(ear, deployments);
  }

  @Test
  void isCopiedForItsOwnerAlone() throws IOException {
    assertThat(deployed).hasContent("one");
    assertThat(Files.getPosixFilePermissions(deployed)).hasSize(2);
  }

  @Test
  void isCopiedAgainWhenItIsAnother() throws IOException {
    Files.writeString(ear, "two");
    Files.setLastModifiedTime(ear, FileTime.from(Instant.EPOCH));
    Application.put(ear, deployments);

    assertThat(deployed).hasContent("two");
  }

  @Test
  void isLeftAloneWhenItIsTheSame() throws IOException {
    Object before = Files.getAttribute(deployed, "unix:ino");
    Application.put(ear, deployments);

    assertThat(Files.getAttribute(deployed, "unix:ino")).isEqualTo(before);
  }

  @Test
  void markersOfAKilledServerAreRemoved() throws IOException {
    Files.createFile(deployments.resolve("mailroom.ear.isdeploying"));
    Files.createFile(deployments.resolve("mailroom.ear.failed"));
    Files.createFile(deployments.resolve("other.war.deployed"));
    Application.put(ear, deployments);

    assertThat(deployments.toFile().list())
        .containsExactlyInAnyOrder("mailroom.ear", "other.war.deployed");
  }
}
