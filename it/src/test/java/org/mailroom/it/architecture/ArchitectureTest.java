package org.mailroom.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The architecture's rules, over the classes of all modules. */
class ArchitectureTest {

  private static final String TABLE =
      """
      refusal        :
      dsn            :
      mail           : dsn refusal
      transport      :
      mime           :
      text           : mime
      mailbox        :
      srs            : mail
      smtp           : mail
      sasl           : mail
      session        : transport
      smtp.server    : dsn mail transport session sasl smtp
      smtp.client    : dsn mail session sasl smtp
      pop3           : mail transport session sasl
      imap           : mail sasl mailbox mime text refusal
      imap.grammar   : mailbox imap
      mailbox.archive : mailbox imap.grammar
      imap.fetch     : mailbox mime imap imap.grammar
      imap.search    : mailbox mime text imap imap.grammar
      imap.sort      : mailbox mime imap imap.grammar imap.fetch
      imap.thread    : mime imap imap.grammar imap.sort
      imap.session   : mail transport session sasl mailbox mime text imap imap.grammar imap.fetch imap.search imap.sort imap.thread
      retry          :
      routing        : mail
      settings       : mail smtp.client retry refusal
      listener       : mail transport settings
      mailbox.adapter : transport listener
      smtp.adapter   : transport smtp.server listener
      hub            : mail transport settings
      metrics        : mail smtp
      tracking       : mail settings metrics
      database       : hub
      audit          : database
      store          : mail mailbox mime text imap imap.fetch database
      search         : mailbox mime text settings hub database store
      archive        : mail mailbox mailbox.archive settings database audit store
      directory      : dsn mail imap srs sasl settings refusal
      directory.password : mail sasl settings
      directory.store : mail imap srs sasl settings database audit directory directory.password
      directory.change : dsn mail imap sasl settings audit directory directory.password directory.store refusal
      directory.view : mail settings directory directory.change store
      directory.token : mail settings database audit directory directory.change refusal
      login          : mail transport sasl settings database audit directory directory.password
      directory.setup : mail settings hub database audit directory directory.password directory.change directory.store directory.token login
      tracking.store : mail settings hub database directory tracking
      broker         : listener
      queue          : dsn mail broker
      queue.filter   : mail settings queue
      queue.view     : mail broker queue
      guard          : smtp settings listener hub broker queue
      metrics.history : mail transport settings hub metrics database queue queue.view guard
      notification   : dsn mail routing settings queue
      settlement     : dsn mail retry settings hub tracking queue guard notification
      delivery       : mail routing settings hub tracking database directory store queue guard notification settlement
      relay          : dsn mail sasl smtp.client retry routing settings hub tracking broker queue guard notification database directory settlement delivery
      operation      : mail retry settings hub database audit tracking broker queue queue.filter guard notification delivery relay refusal
      directory.job  : database refusal directory directory.change operation
      certificate    : mail transport settings hub
      sessions       : mail transport hub database audit directory directory.password directory.store
      conversation   : smtp.server hub
      reception      : mail transport sasl smtp smtp.server routing settings hub metrics tracking directory store queue guard delivery relay login certificate conversation
      probe          : mail smtp smtp.server smtp.client routing settings hub database audit directory store relay reception
      access         : mail mailbox mime text transport sasl pop3 imap imap.session settings listener hub database directory store search login certificate
      start          : hub broker queue
      status         : mail settings hub database tracking.store broker queue queue.view guard relay reception certificate
      permission     : directory
      console.*      : mail smtp.server settings hub metrics metrics.history database audit directory directory.change directory.token tracking tracking.store broker queue queue.filter queue.view notification relay conversation probe operation sessions status permission store directory.view sasl login directory.password certificate guard refusal directory.job
      autoconfig     : mail settings directory
      api            : mail mailbox settings hub metrics metrics.history database audit directory directory.change directory.token tracking.store broker queue queue.filter queue.view reception relay conversation probe operation sessions status archive permission store directory.view smtp.server login refusal
      command        : mail mailbox.archive smtp smtp.client settings dsn
      """;

  private static JavaClasses product;

  @BeforeAll
  static void importTheModules() {
    product = Modules.all();
  }

  @Test
  void r1_a_package_uses_only_packages_that_its_row_lists_and_every_package_has_a_row() {
    ArchitectureRules.packagesUseWhatTheirRowLists(new PackageTable("org.mailroom.", TABLE))
        .check(product);
  }

  @Test
  void r2_core_uses_the_jdk_only() {
    ArchitectureRules.jdkOnly().check(Modules.of("core"));
  }

  @Test
  void r2_core_takes_the_time_from_an_injected_clock() {
    ArchitectureRules.timeFromAClock().check(Modules.of("core"));
  }

  @Test
  void r3_only_the_adapters_see_jakarta_resource() {
    ArchitectureRules.onlySees("org.mailroom.*.adapter", "jakarta.resource..").check(product);
  }

  @Test
  void r3_only_queue_creates_jms_producers() {
    ArchitectureRules.onlyCreatesJmsProducers("org.mailroom.queue").check(product);
  }

  @Test
  void r3_there_is_no_object_message() {
    ArchitectureRules.noObjectMessage().check(product);
  }

  @Test
  void r4_a_package_lives_in_one_module() {
    ArchitectureRules.packagesLiveInOneModule(Modules::moduleOf).check(product);
  }

  @Test
  void r5_nobody_calls_setRollbackOnly() {
    ArchitectureRules.noSetRollbackOnly().check(product);
  }

  @Test
  void r5_message_driven_beans_say_how_they_are_in_transactions() {
    ArchitectureRules.messageDrivenBeansSayHowTheyAreInTransactions().check(product);
  }

  @Test
  void r6_entities_carry_mapping_and_constraint_annotations_only() {
    ArchitectureRules.entitiesAreMappedAndConstrainedOnly().check(product);
  }

  @Test
  void r7_views_never_see_entity_manager_jms_or_transactions() {
    ArchitectureRules.seesNoStoreQueueOrTransaction().check(Modules.of("web"));
  }

  @Test
  void r8_threads_are_started_in_listener_only() {
    ArchitectureRules.onlyStartsThreads("org.mailroom.listener").check(product);
  }

  @Test
  void r9_message_driven_beans_end_in_Consumer_or_Endpoint() {
    ArchitectureRules.messageDrivenBeansAreNamedForWhatDrivesThem().check(product);
  }

  @Test
  void r9_nothing_ends_in_Manager_Helper_Util_or_Impl() {
    ArchitectureRules.noEmptyNames().check(product);
  }

  @Test
  void r10_nobody_but_the_command_writes_to_the_standard_streams() {
    ArchitectureRules.noStandardStreams("org.mailroom.command").check(product);
  }

  @Test
  void r10_logging_is_System_Logger() {
    // It writes no log: it hears the broker's.
    ArchitectureRules.noOtherLogging("org.mailroom.broker.WriteFailures").check(product);
  }
}
