package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.FiledMail;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.HubDatabase;
import org.mailroom.it.command.PortRange;

/** A hub killed while it files a mail (F15): the mail is there once, on both databases. */
class FiledOnceIT {

  private static final String NAME = "filed-once";
  private static final String ADMIN = "admin@filed-once.test";

  @ParameterizedTest
  @CsvSource({"h2, after-the-filing, 1", "postgresql, after-the-filing, 1"})
  void aMailThatWasFiledIsNotFiledAgain(String database, String point, int before)
      throws IOException {
    isFiledOnce(database, point, before);
  }

  @ParameterizedTest
  @CsvSource({
    "h2, before-the-filing-is-committed, 0",
    "postgresql, before-the-filing-is-committed, 0",
  })
  @Tag("long")
  void aMailThatWasHalfFiledIsFiled(String database, String point, int before) throws IOException {
    isFiledOnce(database, point, before);
  }

  private static void isFiledOnce(String database, String point, int before) throws IOException {
    String url = database.equals("h2") ? "" : HubDatabase.cluster().newDatabase();
    try (Hub hub = CrashSite.hub(NAME, PortRange.next()).with("DB_URL", url)) {
      KillPoints points = KillPoints.of(hub);
      hub.start();
      points.arm(point);
      ProcessHandle server = hub.process().orElseThrow();
      String id =
          RawSmtp.deliver(hub.smtpPort(), "eve@away.test", Mails.simple("to be filed"), ADMIN);
      hub.awaitEnd(server);
      points.disarm();
      assertThat(FiledMail.copies(hub, id).getOrDefault(ADMIN, 0)).isEqualTo(before);
      hub.start();
      hub.awaitEmptyQueue();
      assertThat(FiledMail.copies(hub, id)).containsOnly(Map.entry(ADMIN, 1));
      assertThat(Files.readString(hub.data().resolve("logs/mail.log")))
          .containsOnlyOnce(" delivered ");
    }
  }
}
