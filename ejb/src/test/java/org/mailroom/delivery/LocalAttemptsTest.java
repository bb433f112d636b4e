package org.mailroom.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.MemorySnapshot;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartId;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.WaitingMail;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.SmartHostRouter;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.settlement.AttemptResult;
import org.mailroom.settlement.AttemptResult.Share;
import org.mailroom.settlement.AttemptResult.Split;
import org.mailroom.settlement.AttemptResult.Tried;
import org.mailroom.srs.SenderRewriting;
import org.mailroom.srs.SrsKey;
import org.mailroom.store.AccountUses;
import org.mailroom.store.MailStore;
import org.mailroom.store.Mailbox;

class LocalAttemptsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Origin TRUSTED = Origin.trusted("192.0.2.1");
  private static final String EVE = "eve@away.test";
  private static final String OUT = "[192.0.2.9]:25";

  @TempDir private Path folder;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Alias> aliases = new ArrayList<>();
  private final List<DistributionList> lists = new ArrayList<>();
  private Database database;
  private final List<QueuedMail> asked = new ArrayList<>();
  private MailStore store;
  private LocalAttempts attempts;

  @BeforeEach
  void open() throws SettingsException {
    database = TestDatabase.H2.open(folder);
    store = new MailStore(database, new AccountUses(database), CLOCK);
    SmartHostRouter router = new SmartHostRouter(new Host("192.0.2.9", 25));
    Moderation moderation =
        new Moderation(
            database,
            new RememberingQueue(),
            new QueueIndex(),
            new WaitingMail(new QueueIndex()),
            router,
            SettingsParser.parse(Map.of("MAILROOM_HOSTNAME", "hub.corp.test")),
            new Spool(folder, 100_000),
            new QueueIdSource(CLOCK),
            CLOCK);
    attempts =
        new LocalAttempts(
            this::snapshot, new LocalLookup(moderation), new FilingLine(store), router);
    account("ann@corp.test", 0, true);
    account("bob@corp.test", 1, true);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aMailboxGetsItsMail() throws IOException {
    assertThat(tried(mail(EVE, "Ann@corp.test"))).containsExactly("Delivered 2.1.5");
    assertThat(store.mailboxes(1)).extracting(Mailbox::name).containsExactly("INBOX");
    assertThat(traces(1))
        .containsExactly("Return-Path: <eve@away.test>\r\nDelivered-To: Ann@corp.test\r\n");
  }

  @Test
  void aDetailNamesAFolderThatIsMade() throws IOException {
    tried(mail(EVE, "ann+Projects@corp.test"));
    assertThat(store.mailboxes(1)).extracting(Mailbox::name).containsExactly("Projects");
  }

  @Test
  void aCrashBeforeTheAcknowledgementGivesNoSecondCopy() throws IOException {
    tried(mail(EVE, "ann@corp.test", "bob@corp.test"));
    assertThat(tried(mail(EVE, "ann@corp.test", "bob@corp.test")))
        .containsExactly("Delivered 2.1.5", "Delivered 2.1.5");
    assertThat(traces(1)).hasSize(1);
    assertThat(traces(2)).hasSize(1);
  }

  @Test
  void aFullMailboxDefersItsOwnMailOnly() throws IOException {
    tried(mail(EVE, "bob@corp.test"));
    assertThat(tried(next(EVE, "bob@corp.test", "ann@corp.test")))
        .containsExactly("Deferred 4.2.2", "Delivered 2.1.5");
  }

  @Test
  void whoIsNotThereAnyMoreFails() throws IOException {
    assertThat(tried(mail(EVE, "nobody@corp.test"))).containsExactly("Failed 5.1.1");
  }

  @Test
  void anAliasOfOneIsFiledAtOnceAndOneOfSeveralIsSplit() throws IOException {
    alias("team@corp.test", "ann@corp.test");
    alias("all@corp.test", "ann@corp.test", "cid@away.test");
    assertThat(tried(mail(EVE, "team@corp.test"))).containsExactly("Delivered 2.1.5");
    Split split = split(next(EVE, "all@corp.test", "bob@corp.test"));
    assertThat(split.shares()).extracting(Share::group).containsExactly("local:mailboxes", OUT);
    assertThat(split.shares()).extracting(Share::local).containsExactly(true, false);
    assertThat(split.shares().get(1).from().toString()).startsWith("SRS0=").endsWith("@corp.test");
    assertThat(split.outcomes())
        .extracting(LocalAttemptsTest::inWords)
        .containsExactly("Expanded 2.1.5");
    assertThat(split.outcomes().get(0).recipient().path()).hasToString("all@corp.test");
    assertThat(traces(2)).as("nothing is filed by an attempt that splits").isEmpty();
  }

  @Test
  void aMailboxThatForwardsGetsItsCopyOnce() throws IOException {
    account("dan@corp.test", 0, true, "dan@away.test");
    Split split = split(mail(EVE, "dan@corp.test"));
    assertThat(split.outcomes())
        .extracting(LocalAttemptsTest::inWords)
        .containsExactly("Expanded 2.1.5");
    Share home = split.shares().get(0);
    QueuedMail part =
        mail(EVE, "dan@corp.test").split(1, home.from(), home.recipients(), home.group());
    assertThat(tried(part)).containsExactly("Delivered 2.1.5");
  }

  @Test
  void aListsMailHasItsOwnerAsReversePath() throws IOException {
    list("staff@corp.test", Posting.ANYONE, "ann@corp.test", "bob@corp.test");
    Split split = split(mail(EVE, "staff@corp.test"));
    assertThat(split.shares()).hasSize(1);
    assertThat(split.shares().get(0).from()).hasToString("bob@corp.test");
    assertThat(split.outcomes())
        .extracting(LocalAttemptsTest::inWords)
        .containsExactly("Delivered 2.1.5");
  }

  @Test
  void whoMayNotPostIsRefused() throws IOException {
    list("staff@corp.test", Posting.MEMBERS, "ann@corp.test");
    assertThat(tried(mail(EVE, "staff@corp.test"))).containsExactly("Failed 5.7.2");
    assertThat(split(mail("ann@corp.test", "staff@corp.test")).shares()).hasSize(1);
  }

  @Test
  void whoLoggedInIsBelievedAndALocalReversePathFromOutsideIsNot() throws IOException {
    list("staff@corp.test", Posting.INSIDE, "ann@corp.test");
    QueuedMail forged = mail(new Origin("192.0.2.1", Optional.empty(), true), "ann@corp.test");
    assertThat(tried(forged)).containsExactly("Failed 5.7.2");
    Address user = Address.parse("ann@corp.test");
    QueuedMail submitted = mail(new Origin("192.0.2.1", Optional.of(user), false), EVE);
    assertThat(split(submitted).shares()).hasSize(1);
  }

  @Test
  void aModeratorWhoAnswersLetsAMailThrough() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    QueuedMail mail = mail(EVE, "staff@corp.test");
    assertThat(tried(mail)).containsExactly("Deferred 4.7.2");
    assertThat(tried(mail)).containsExactly("Deferred 4.7.2");
    assertThat(asked).as("asked once").hasSize(1);
    assertThat(asked.get(0).envelope().recipients().get(0).path()).hasToString("bob@corp.test");
    assertThat(asked.get(0).envelope().reversePath().isNull()).isTrue();
    assertThat(tried(next("bob@corp.test", replyTo()))).containsExactly("Delivered 2.1.5");
    Share home = split(mail).shares().get(0);
    assertThat(home.recipients()).extracting(r -> r.path().toString()).contains("ann@corp.test");
  }

  @Test
  void whoHasTheTokenAndIsNoModeratorDecidesNothing() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    QueuedMail mail = mail(EVE, "staff@corp.test");
    tried(mail);
    for (String other : new String[] {EVE, "ann@corp.test", ""}) {
      assertThat(tried(next(other, replyTo()))).as(other).containsExactly("Failed 5.7.2");
    }
    assertThat(tried(mail)).containsExactly("Deferred 4.7.2");
    assertThat(tried(next("Bob+lists@corp.test", replyTo()))).containsExactly("Delivered 2.1.5");
    assertThat(split(mail).outcomes()).hasSize(1);
  }

  @Test
  void aPersonsDetailIsNoDecision() throws IOException {
    assertThat(tried(mail(EVE, "ann+approve-abcdefghjkmn@corp.test")))
        .containsExactly("Delivered 2.1.5");
    assertThat(store.mailboxes(1))
        .extracting(Mailbox::name)
        .containsExactly("approve-abcdefghjkmn");
  }

  @Test
  void whomTwoRecipientsStandForIsSentTheMailOnce() throws IOException {
    alias("one@corp.test", "Cid@away.test");
    alias("two@corp.test", "cid@away.test", "ann@corp.test");
    Split split = split(mail(EVE, "one@corp.test", "two@corp.test", "ann@corp.test"));
    assertThat(split.shares()).extracting(Share::group).containsExactly(OUT, "local:mailboxes");
    assertThat(split.shares().get(0).recipients())
        .extracting(recipient -> recipient.path().toString())
        .containsExactly("Cid@away.test");
    Share home = split.shares().get(1);
    tried(mail(EVE, "ann@corp.test").split(1, home.from(), home.recipients(), home.group()));
    assertThat(traces(1)).hasSize(1);
  }

  @Test
  void aModeratorWhoRefusesFailsIt() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    QueuedMail mail = mail(EVE, "staff@corp.test");
    tried(mail);
    tried(next("bob@corp.test", replyTo().replace("+approve-", "+reject-")));
    assertThat(tried(mail)).containsExactly("Failed 5.7.2");
    tried(next("bob@corp.test", replyTo()));
    assertThat(tried(mail)).as("the first decision counts").containsExactly("Failed 5.7.2");
  }

  @Test
  void aDecisionThatNobodyAskedForReachesNobody() throws IOException {
    list("staff@corp.test", Posting.ANYONE, "ann@corp.test");
    assertThat(tried(mail("bob@corp.test", "staff+approve-abcdefghjkmn@corp.test")))
        .containsExactly("Failed 5.1.6");
  }

  @Test
  void aModeratedListAmongOthersGetsAPartOfItsOwn() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    Split split = split(mail(EVE, "ann@corp.test", "staff@corp.test"));
    assertThat(split.shares())
        .extracting(Share::group)
        .containsExactly("local:mailboxes", "local:recipients");
    assertThat(asked).isEmpty();
  }

  @Test
  void aPartWhoseDomainIsNotLocalAnyMoreGoesItsOtherWay() throws IOException {
    Split split = split(mail(EVE, "ann@corp.test", "ann@gone.test"));
    assertThat(split.shares()).extracting(Share::group).containsExactly("local:recipients", OUT);
    assertThat(attempts.isLocal(mail(EVE, "ann@corp.test"))).isTrue();
    assertThat(attempts.isLocal(mail(EVE, "ann@corp.test", "ann@gone.test"))).isFalse();
  }

  private List<String> tried(QueuedMail mail) throws IOException {
    AttemptResult result = attempts.attempt(mail);
    assertThat(result).isInstanceOf(Tried.class);
    return ((Tried) result).outcomes().stream().map(LocalAttemptsTest::inWords).toList();
  }

  private Split split(QueuedMail mail) throws IOException {
    AttemptResult result = attempts.attempt(mail);
    assertThat(result).isInstanceOf(Split.class);
    return (Split) result;
  }

  private static String inWords(RecipientOutcome outcome) {
    return outcome.getClass().getSimpleName() + " " + outcome.diagnosis().status();
  }

  private List<String> traces(long account) {
    return store.mailboxes(account).stream()
        .flatMap(box -> store.messages(box.id(), 1, 100).stream())
        .map(message -> message.trace())
        .toList();
  }

  private DirectorySnapshot snapshot() {
    return new MemorySnapshot(
        new DirectoryData(
            List.of(MailDomain.local(Domain.of("corp.test"))),
            accounts,
            aliases,
            lists,
            List.of(),
            List.of()),
        new SenderRewriting(new SrsKey(new byte[SrsKey.OCTETS]), CLOCK));
  }

  private void account(String address, long quotaMessages, boolean enabled, String... forwards) {
    accounts.add(
        new Account(
            accounts.size() + 1,
            Address.parse(address),
            "",
            0,
            quotaMessages,
            enabled,
            Set.of(),
            Locale.ENGLISH,
            Set.of(),
            addresses(forwards),
            true));
  }

  private void alias(String address, String... targets) {
    aliases.add(new Alias(Address.parse(address), addresses(targets)));
  }

  private void list(String address, Posting posting, String... members) {
    lists.add(
        new DistributionList(
            Address.parse(address),
            "",
            posting,
            addresses(members),
            addresses("bob@corp.test"),
            List.of()));
  }

  private static List<Address> addresses(String... all) {
    return List.of(all).stream().map(Address::parse).toList();
  }

  private static QueuedMail mail(String from, String... to) {
    return mailOf("01HZY8Q2K3M4N", TRUSTED, from, to);
  }

  private static QueuedMail mail(Origin origin, String from) {
    return mailOf("01HZY8Q2K3M4N", origin, from, "staff@corp.test");
  }

  private static QueuedMail next(String from, String... to) {
    return mailOf("01HZY8Q2K3M4P", TRUSTED, from, to);
  }

  private static QueuedMail mailOf(String id, Origin origin, String from, String... to) {
    List<EnvelopeRecipient> recipients =
        List.of(to).stream().map(ForwardPath::parse).map(EnvelopeRecipient::of).toList();
    return QueuedMail.received(
        QueueId.of(id),
        PartId.of(1),
        Envelope.of(ReversePath.parse(from), recipients),
        LocalParts.RECIPIENTS,
        CLOCK.instant(),
        CLOCK.instant().plus(Duration.ofDays(5)),
        origin,
        new InMemoryContent("Subject: x\r\n\r\ny\r\n".getBytes(UTF_8)));
  }

  private String replyTo() throws IOException {
    try (InputStream in = asked.get(0).content().open()) {
      String text = new String(in.readAllBytes(), UTF_8);
      int start = text.indexOf("Reply-To: <") + "Reply-To: <".length();
      return text.substring(start, text.indexOf('>', start));
    }
  }

  private final class RememberingQueue extends MailQueue {

    RememberingQueue() {
      super(CLOCK, new QueueIndex());
    }

    @Override
    public void accept(Publication parts) {
      parts.entries().forEach(entry -> asked.add(entry.mail()));
    }
  }
}
