package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** A change of the directory counts for mail that waits, at its next attempt. */
class ChangedWhileQueuedIT extends DeployedHub {

  private static final String EVE = "eve@away.test";

  @RegisterExtension final Added directory = new Added();

  @Test
  void aRouteThatLeadsElsewhereNow() throws Exception {
    try (Site old = Site.closed("old-way.test");
        Site now = Site.open("new-way.test")) {
      directory.route("changed", "domains", "changed.test", "host", old.inBrackets());
      byte[] content = Mails.simple("on another way");
      String id = RawSmtp.deliver(SMTP_PORT, EVE, content, "bob@changed.test");
      MailLog.awaitLine(" deferred ", "id=" + id, "nexthop=changed");
      Added.change("routes", "changed", "host", now.inBrackets());
      assertThat(now.hop().awaitMailFor("bob@changed.test").contentAsSent()).isEqualTo(content);
      MailLog.awaitLine(" delivered ", "id=" + id);
    }
  }

  @Test
  void aRouteThatIsGone() throws Exception {
    try (Site old = Site.closed("gone-way.test");
        Site now = Site.open("by-dns.test")) {
      directory.route("passing", "domains", "by-dns.test", "host", old.inBrackets());
      String id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("by DNS"), now.address("bob"));
      MailLog.awaitLine(" deferred ", "id=" + id, "nexthop=passing");
      directory.takeBack();
      now.hop().awaitMailFor(now.address("bob"));
    }
  }

  /** The schedule of the route leaves the time to make a domain and its people. */
  @Test
  void aDomainThatIsLocalNow() throws Exception {
    try (Site old = Site.closed("far-way.test")) {
      directory.route(
          "far", "domains", "comes-home.test", "host", old.inBrackets(), "schedule", "1h");
      String id =
          RawSmtp.deliver(
              SMTP_PORT,
              "admin@hub.test",
              Mails.simple("home"),
              "ann@comes-home.test",
              "no@comes-home.test");
      MailLog.awaitLine(" deferred ", "id=" + id, "to=<ann@comes-home.test>");
      directory.domain("comes-home.test").account("ann@comes-home.test");
      DirectoryApi.operate("retry", id);
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<ann@comes-home.test>", "stage=store");
      MailLog.awaitLine(" failed ", "id=" + id, "to=<no@comes-home.test>", "status=5.1.1");
      assertThat(Mailboxes.of("ann@comes-home.test")).hasSize(1);
    }
  }

  @Test
  void aNameOfADomainThatIsLocalNoMore() throws Exception {
    try (Site site = Site.open("moved-out.test")) {
      directory
          .domain("stays.test", "aliases", List.of("moved-out.test"))
          .account("ann@stays.test", "quota", "1KiB");
      byte[] content = Mails.ofSize(2000);
      String id = RawSmtp.deliver(SMTP_PORT, EVE, content, "ann@moved-out.test");
      MailLog.awaitLine(" deferred ", "id=" + id, "status=4.2.2");
      Added.change("domains", "stays.test", "aliases", List.of());
      assertThat(site.hop().awaitMailFor("ann@moved-out.test").contentAsSent()).isEqualTo(content);
    }
  }

  @Test
  void aMailboxThatHasRoomNow() throws Exception {
    directory.domain("roomy.test").account("ann@roomy.test", "quota", "1KiB");
    String id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.ofSize(2000), "ann@roomy.test");
    MailLog.awaitLine(" deferred ", "id=" + id, "status=4.2.2");
    Added.change("accounts", "ann@roomy.test", "quota", "1MiB");
    MailLog.awaitLine(" delivered ", "id=" + id, "stage=store");
    assertThat(Mailboxes.of("ann@roomy.test")).hasSize(1);
  }

  @Test
  void anAliasThatMeansSomebodyElseNow() throws Exception {
    directory
        .domain("other-one.test")
        .account("ann@other-one.test", "quota", "1KiB")
        .account("bob@other-one.test")
        .alias("sales@other-one.test", "ann@other-one.test");
    String id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.ofSize(2000), "sales@other-one.test");
    MailLog.awaitLine(" deferred ", "id=" + id, "status=4.2.2");
    Added.change("aliases", "sales@other-one.test", "targets", List.of("bob@other-one.test"));
    MailLog.awaitLine(" delivered ", "id=" + id, "stage=store");
    assertThat(Mailboxes.of("bob@other-one.test")).hasSize(1);
    assertThat(Mailboxes.of("ann@other-one.test")).isEmpty();
  }
}
