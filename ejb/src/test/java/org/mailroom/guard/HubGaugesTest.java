package org.mailroom.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.broker.Broker;
import org.mailroom.queue.QueueIndex;
import org.mailroom.settings.SettingsParser;

/** This JVM and a folder of this machine, measured. */
class HubGaugesTest {

  @TempDir private Path data;

  @Test
  void theDisksAreThoseOfTheFoldersThatAreThere() throws Exception {
    HubGauges gauges =
        new HubGauges(
            SettingsParser.parse(Map.of("MAILROOM_DATA", data.toString())),
            new QueueIndex(),
            new Broker());
    assertThat(gauges.parts()).isZero();
    assertThat(gauges.disks()).containsOnlyKeys(data);
    Files.createDirectory(data.resolve("queue"));
    assertThat(gauges.disks()).containsOnlyKeys(data, data.resolve("queue"));
    assertThat(gauges.disks().get(data).used()).isBetween(0.0, 1.0);
    assertThat(gauges.disks().get(data).total()).isPositive();
  }

  @Test
  void theUseIsWhatTheBrokerComputes() throws IOException {
    var store = Files.getFileStore(data);
    assertThat(DiskUse.of(store).used())
        .isCloseTo(
            1.0 - (double) store.getUsableSpace() / store.getTotalSpace(),
            org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void theQueueMayHaveAsManyPartsAsTheHeapHasRoomFor() {
    assertThat(HubGauges.mostParts(1L << 30)).isEqualTo(159_744);
    assertThat(HubGauges.mostParts(512L << 20)).isEqualTo(28_672);
    assertThat(HubGauges.mostParts(256L << 20)).isEqualTo(8_192);
  }

  @Test
  void theHeapIsWhatIsKept() {
    Heap heap = Heap.ofThisJvm();
    byte[][] kept = new byte[64][];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new byte[1 << 20];
    }
    System.gc();
    double full = heap.used();
    assertThat(heap.names()).isNotEmpty();
    assertThat(full).isBetween(0.0, 1.0);
    assertThat(heap.inWords()).contains(" % of ");
    kept = null;
    System.gc();
    assertThat(heap.used()).isLessThan(full);
  }
}
