package org.mailroom.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each rule fails on a small class that breaks it. */
class ArchitectureRulesTest {

  private static final String BASE = "org.mailroom.it.architecture.";
  private static final String TABLE =
      """
      broken.upstream   :
      broken.downstream :
      """;

  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(BASE + "broken");

  @Test
  void r1_sees_a_use_that_the_row_does_not_list() {
    rule(ArchitectureRules.packagesUseWhatTheirRowLists(new PackageTable(BASE, TABLE)))
        .failsWith("broken.upstream doesn't list", "Sea");
  }

  @Test
  void r1_sees_a_package_without_a_row() {
    rule(ArchitectureRules.packagesUseWhatTheirRowLists(new PackageTable(BASE, TABLE)))
        .failsWith("the table has no row for the package of " + BASE + "broken.Shouter");
  }

  @Test
  void r1_refuses_a_table_that_is_out_of_order() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new PackageTable(BASE, "a : b\nb :\n"))
        .withMessage("a uses b, not listed before it");
  }

  @Test
  void r2_sees_what_is_not_in_the_jdk() {
    rule(ArchitectureRules.jdkOnly()).failsWith("ResourceUser", "jakarta.resource");
  }

  @Test
  void r2_sees_who_asks_the_system_for_the_time() {
    rule(ArchitectureRules.timeFromAClock()).failsWith("ClockReader", "currentTimeMillis");
  }

  @Test
  void r3_sees_jakarta_resource() {
    rule(ArchitectureRules.onlySees("org.mailroom.smtp.adapter", "jakarta.resource.."))
        .failsWith("ResourceUser");
  }

  @Test
  void r3_sees_a_producer_outside_of_queue() {
    rule(ArchitectureRules.onlyCreatesJmsProducers("org.mailroom.queue"))
        .failsWith("Producer.send", "createProducer");
  }

  @Test
  void r3_sees_an_object_message() {
    rule(ArchitectureRules.noObjectMessage()).failsWith("ObjectMessage");
  }

  @Test
  void r4_sees_a_package_in_two_modules() {
    rule(ArchitectureRules.packagesLiveInOneModule(type -> type.getSimpleName()))
        .failsWith("its package also in");
  }

  @Test
  void r5_sees_setRollbackOnly() {
    rule(ArchitectureRules.noSetRollbackOnly()).failsWith("RollbackListener.onMessage");
  }

  @Test
  void r5_sees_a_message_driven_bean_in_a_transaction_that_nobody_asked_for() {
    rule(ArchitectureRules.messageDrivenBeansSayHowTheyAreInTransactions())
        .failsWith("RollbackListener");
  }

  @Test
  void r6_sees_an_entity_with_more_than_mapping() {
    rule(ArchitectureRules.entitiesAreMappedAndConstrainedOnly())
        .failsWith("LoggedEntity carries jakarta.inject.Named");
  }

  @Test
  void r7_sees_a_view_with_an_entity_manager_and_jms() {
    rule(ArchitectureRules.seesNoStoreQueueOrTransaction())
        .failsWith("StoreView", "jakarta.persistence.EntityManager", "jakarta.jms");
  }

  @Test
  void r8_sees_both_ways_to_start_a_thread() {
    rule(ArchitectureRules.onlyStartsThreads("org.mailroom.listener"))
        .failsWith("ThreadStarter.platform", "ThreadStarter.virtual");
  }

  @Test
  void r9_sees_a_bean_with_another_name() {
    rule(ArchitectureRules.messageDrivenBeansAreNamedForWhatDrivesThem())
        .failsWith("RollbackListener doesn't end in Consumer");
  }

  @Test
  void r9_sees_a_name_that_says_nothing() {
    rule(ArchitectureRules.noEmptyNames()).failsWith("MailManager");
  }

  @Test
  void r10_sees_the_standard_output() {
    rule(ArchitectureRules.noStandardStreams("org.mailroom.command"))
        .failsWith("Shouter.shout", "java.lang.System.out");
  }

  @Test
  void r10_sees_another_logger() {
    rule(ArchitectureRules.noOtherLogging("none")).failsWith("java.util.logging.Logger");
  }

  private static Failing rule(ArchRule rule) {
    return words ->
        assertThatExceptionOfType(AssertionError.class)
            .isThrownBy(() -> rule.check(BROKEN))
            .satisfies(failure -> assertThat(failure.getMessage()).contains(words));
  }

  /** What a rule's failure is to say. */
  private interface Failing {
    void failsWith(String... words);
  }
}
