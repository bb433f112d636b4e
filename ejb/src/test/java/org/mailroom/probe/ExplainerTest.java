package org.mailroom.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.certificate.Certificates;
import org.mailroom.conversation.Conversations;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.directory.TestDirectory;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.store.Corp;
import org.mailroom.guard.RoomyGuard;
import org.mailroom.hub.Pause;
import org.mailroom.login.HubLogins;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.metrics.MailCounters;
import org.mailroom.reception.HubReceptionPolicy;
import org.mailroom.relay.DestinationGate;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsParser;
import org.mailroom.store.AccountUses;

/** The way of a mail as reception, directory and routing decide it. */
class ExplainerTest {

  private static final String OUTSIDE = "192.0.2.1";
  private static final String PRINTER = "10.1.2.3";

  private final DestinationGate gate;
  private final Explainer explainer;

  ExplainerTest(@TempDir Path folder) throws Exception {
    Settings settings =
        SettingsParser.parse(
            Map.of(
                "MAILROOM_DATA", folder.toString(),
                "MAILROOM_HOSTNAME", "mx.corp.test",
                "MAILROOM_DOMAIN", "corp.test",
                "MAILROOM_MESSAGE_SIZE", "1MiB"));
    DirectorySnapshot corp = TestDirectory.of(corp());
    HubReceptionPolicy policy =
        new HubReceptionPolicy(
            settings,
            () -> corp,
            new AccountUses(null),
            new Spool(folder, 1000),
            new QueueIdSource(Clock.systemUTC()),
            RoomyGuard.of(settings),
            new Certificates(settings, Clock.systemUTC()),
            new HubLogins(settings, () -> corp, account -> Optional.empty(), new PasswordHashing()),
            new MailCounters(),
            new Conversations(Clock.systemUTC()));
    gate = new DestinationGate(settings, Clock.systemUTC());
    WayOut out = new WayOut(new FixedRouter(), gate, settings);
    explainer = new Explainer(policy, () -> corp, new AccountUses(null), out);
  }

  private static DirectoryData corp() {
    DirectoryData all = Corp.data();
    List<Address> ann = List.of(Corp.address("ann@corp.test"));
    List<Address> members =
        List.of(Corp.address("sales@corp.test"), Corp.address("eve@nowhere.test"));
    return new DirectoryData(
        all.domains(),
        List.of(account("ann@corp.test", List.of()), account("bob@corp.test", ann)),
        List.of(new Alias(Corp.address("sales@corp.test"), ann)),
        List.of(
            new DistributionList(
                Corp.address("team@corp.test"), "", Posting.INSIDE, members, ann, List.of())),
        all.routes(),
        all.networks());
  }

  private static Account account(String address, List<Address> forwards) {
    return new Account(
        address.hashCode(),
        Corp.address(address),
        "",
        0,
        0,
        true,
        Set.of(),
        Locale.ENGLISH,
        Set.of(),
        forwards,
        true,
        Set.of());
  }

  @Test
  void anAliasLeadsToAMailbox() {
    assertThat(explain("eve@x.test", "sales@corp.test", OUTSIDE, 0))
        .containsExactly(
            "mail-taken eve@x.test",
            "rcpt-taken sales@corp.test",
            "local corp.test",
            "alias sales@corp.test",
            "  mailbox ann@corp.test",
            "filed ann@corp.test");
  }

  @Test
  void aListFromInsideLeadsToItsMembersAndOut() {
    assertThat(explain("ann@corp.test", "team@corp.test", PRINTER, 0))
        .containsExactly(
            "mail-taken ann@corp.test",
            "rcpt-taken team@corp.test",
            "local corp.test",
            "list team@corp.test",
            "  alias sales@corp.test",
            "    mailbox ann@corp.test",
            "  elsewhere eve@nowhere.test",
            "filed ann@corp.test",
            "exchangers nowhere.test",
            "no-way nowhere.test");
  }

  @Test
  void whatReceptionRefusesGoesNoFurther() {
    assertThat(explain("eve@x.test", "team@corp.test", OUTSIDE, 0))
        .containsExactly("mail-taken eve@x.test", "rcpt-refused team@corp.test");
    assertThat(explain("eve@x.test", "bob@far.test", OUTSIDE, 0))
        .endsWith("rcpt-refused bob@far.test");
    assertThat(explain("eve@x.test", "ann@corp.test", OUTSIDE, 2 << 20))
        .containsExactly("mail-taken eve@x.test", "too-large " + (2 << 20));
  }

  @Test
  void whoClaimsToBeLoggedInAsNobodyIsRefused() {
    Question question =
        new Question(
            ReversePath.parse("eve@x.test"),
            ForwardPath.parse("ann@corp.test"),
            0,
            IpLiteral.parse(OUTSIDE),
            true);
    assertThat(explainer.explain(question))
        .extracting(step -> step.kind().key())
        .containsExactly("mail-refused");
  }

  @Test
  void aRouteIsNamedAndSoIsAPause() {
    gate.pause("hop", new Pause("ann", "moving", Clock.systemUTC().instant(), Optional.empty()));
    List<WayStep> steps =
        explainer.explain(
            new Question(
                ReversePath.parse("ann@corp.test"),
                ForwardPath.parse("bob@sub.partner.test"),
                0,
                IpLiteral.parse(PRINTER),
                false));
    assertThat(steps)
        .extracting(step -> step.kind().key() + " " + step.subject())
        .containsExactly(
            "mail-taken ann@corp.test",
            "rcpt-taken bob@sub.partner.test",
            "route partner",
            "next-hop hop",
            "hop-paused hop");
    assertThat(steps.get(2).more()).contains("LMTP", "TLS verified");
    assertThat(steps.get(3).more()).containsExactly("mx.partner.test:25");
  }

  private List<String> explain(String from, String to, String client, long size) {
    Question question =
        new Question(
            ReversePath.parse(from), ForwardPath.parse(to), size, IpLiteral.parse(client), false);
    return explainer.explain(question).stream()
        .map(step -> "  ".repeat(step.level()) + step.kind().key() + " " + step.subject())
        .toList();
  }

  /** There is a way to partner.test and to nobody else. */
  private static final class FixedRouter implements Router {

    @Override
    public String group(Domain domain) {
      return domain.ascii();
    }

    @Override
    public RoutingResult resolve(Domain domain) {
      return domain.ascii().endsWith("partner.test")
          ? new RoutingResult.Found(
              new NextHop("hop", List.of(new Host("mx.partner.test", 25)), false))
          : new RoutingResult.Unroutable(EnhancedStatusCode.of("5.1.2"), "No such domain");
    }
  }
}
