package org.mailroom.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.certificate.Certificates;
import org.mailroom.conversation.Conversations;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.directory.MemorySnapshot;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.store.Corp;
import org.mailroom.guard.RoomyGuard;
import org.mailroom.login.HubLogins;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.metrics.MailCounters;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsParser;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.server.Peer;
import org.mailroom.srs.SenderRewriting;
import org.mailroom.srs.SrsKey;
import org.mailroom.store.AccountUses;

/** Who may send where, and as whom. */
class HubReceptionPolicyTest {

  private static final InetAddress STRANGER = IpLiteral.parse("192.0.2.1");
  private static final InetAddress TRUSTED = IpLiteral.parse("10.1.2.3");
  private static final PasswordHashing HASHING = new PasswordHashing();

  private final HubReceptionPolicy policy;

  HubReceptionPolicyTest(@TempDir Path folder) throws Exception {
    Settings settings =
        SettingsParser.parse(
            Map.of(
                "MAILROOM_DATA", folder.toString(),
                "MAILROOM_HOSTNAME", "mx.corp.test",
                "MAILROOM_DOMAIN", "corp.test"));
    DirectorySnapshot corp =
        new MemorySnapshot(
            corp(), new SenderRewriting(new SrsKey(new byte[SrsKey.OCTETS]), Clock.systemUTC()));
    policy =
        new HubReceptionPolicy(
            settings,
            () -> corp,
            new AccountUses(null),
            new Spool(folder, 1000),
            new QueueIdSource(Clock.systemUTC()),
            RoomyGuard.of(settings),
            new Certificates(settings, Clock.systemUTC()),
            new HubLogins(settings, () -> corp, account -> Optional.empty(), HASHING),
            new MailCounters(),
            new Conversations(Clock.systemUTC()));
  }

  private static DirectoryData corp() {
    DirectoryData all = Corp.data();
    return new DirectoryData(
        all.domains(),
        List.of(account(1, "ann@corp.test", true), account(2, "bob@corp.test", true)),
        List.of(new Alias(Corp.address("sales@corp.test"), List.of(Corp.address("ann@corp.test")))),
        List.of(
            list("open@corp.test", Posting.ANYONE),
            list("closed@corp.test", Posting.OWNERS),
            list("asking@corp.test", Posting.MODERATED)),
        all.routes(),
        all.networks());
  }

  private static DistributionList list(String address, Posting posting) {
    List<Address> ann = List.of(Corp.address("ann@corp.test"));
    return new DistributionList(Corp.address(address), "", posting, ann, ann, List.of());
  }

  private static Account account(long id, String address, boolean enabled) {
    return new Account(
        id,
        Corp.address(address),
        "",
        0,
        0,
        enabled,
        Set.of(),
        Locale.ENGLISH,
        Set.of(Corp.address("info@corp.test")),
        List.of(),
        true,
        Set.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@corp.test",
        "ANN@Corp.Test",
        "ann@corp.example",
        "sales@corp.test",
        "info@corp.test"
      })
  void aUserSendsInTheirOwnNames(String from) {
    assertThat(policy.refuseMail(user("ann@corp.test"), ReversePath.parse(from))).isEmpty();
  }

  @Test
  void aUserSendsNotices() {
    assertThat(policy.refuseMail(user("ann@corp.test"), ReversePath.NULL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob@corp.test",
        "postmaster@corp.test",
        "nobody@corp.test",
        "ann@third.test",
        "ann@corp.test.third.test",
        "\"ann@corp.test\"@third.test",
        "аnn@corp.test"
      })
  void aUserSendsInNobodyElsesName(String from) {
    assertRefused(policy.refuseMail(user("ann@corp.test"), ReversePath.parse(from)), "553 5.7.1 ");
  }

  @Test
  void whoHasNoAccountAnyMoreSendsNothing() {
    assertRefused(policy.refuseMail(user("gone@corp.test"), ReversePath.NULL), "553 5.7.1 ");
  }

  @Test
  void aUserSendsAnywhereAndAStrangerDoesNot() {
    ForwardPath elsewhere = ForwardPath.parse("user@third.test");
    ReversePath ann = ReversePath.parse("ann@corp.test");
    assertThat(policy.refuseRecipient(user("ann@corp.test"), ann, elsewhere)).isEmpty();
    assertRefused(policy.refuseRecipient(Peer.of(STRANGER), ann, elsewhere), "550 5.7.1 ");
    assertThat(policy.refuseMail(Peer.of(STRANGER), ann)).isEmpty();
  }

  @Test
  void whoNeitherLoggedInNorIsInATrustedNetworkIsOutside() {
    assertThat(policy.origin(Peer.of(STRANGER)))
        .isEqualTo(new Origin("192.0.2.1", Optional.empty(), true));
    assertThat(policy.origin(user("ann@corp.test")))
        .isEqualTo(new Origin("192.0.2.1", Optional.of(Address.parse("ann@corp.test")), false));
    assertThat(policy.origin(Peer.of(TRUSTED))).isEqualTo(Origin.trusted("10.1.2.3"));
  }

  @ParameterizedTest
  @CsvSource({
    "open@corp.test, eve@third.test,",
    "closed@corp.test, sales@corp.test,",
    "closed+x@corp.test, eve@third.test, 550 5.7.2 The sender",
    "closed@corp.test, '', 550 5.7.2 The sender",
    "asking@corp.test, eve@third.test,",
    "asking+approve-abcdefghjkmn@corp.test, ann@corp.test,",
    "asking+approve-abcdefghjkmn@corp.test, eve@third.test, 550 5.7.2 Only moderators",
    "asking+reject-abcdefghjkmn@corp.test, '', 550 5.7.2 Only moderators",
    "ann+reject-abcdefghjkmn@corp.test, eve@third.test,",
  })
  void whatAListDoesNotTakeIsRefusedBeforeItIsAMail(String to, String from, String refusal) {
    Optional<SmtpReply> reply =
        policy.refuseRecipient(Peer.of(TRUSTED), ReversePath.parse(from), ForwardPath.parse(to));
    if (refusal == null) {
      assertThat(reply).isEmpty();
    } else {
      assertRefused(reply, refusal);
    }
  }

  private static Peer user(String address) {
    return new Peer(STRANGER, Optional.of(Address.parse(address)));
  }

  private static void assertRefused(Optional<SmtpReply> refusal, String start) {
    assertThat(refusal).hasValueSatisfying(reply -> assertThat(reply.toText()).startsWith(start));
  }
}
