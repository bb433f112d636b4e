package org.mailroom.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules themselves, each made by one method, so that a test can show that each can fail. */
final class ArchitectureRules {

  private static final String PRODUCT = "org.mailroom.";
  private static final String OBJECT_MESSAGE = "jakarta.jms.ObjectMessage";
  private static final Set<String> ENTITY_ANNOTATIONS =
      Set.of(
          "jakarta.persistence.Entity",
          "jakarta.persistence.Embeddable",
          "jakarta.persistence.MappedSuperclass");

  /** Types whose methods start threads, or hand work to threads that nobody here owns. */
  private static final Set<String> THREAD_SOURCES =
      Set.of(
          "java.util.concurrent.Executors",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.ForkJoinPool",
          "java.util.Timer");

  private static final Set<String> THREAD_STARTS = Set.of("start", "startVirtualThread");

  private ArchitectureRules() {}

  static ArchRule packagesUseWhatTheirRowLists(PackageTable table) {
    return classes()
        .should(
            condition(
                "use only packages that their row of the table lists",
                (type, problem) -> {
                  Optional<String> row = table.rowOf(type.getPackageName());
                  if (row.isEmpty()) {
                    problem.accept("the table has no row for the package of " + type.getName());
                    return;
                  }
                  for (Dependency use : type.getDirectDependenciesFromSelf()) {
                    JavaClass used = use.getTargetClass().getBaseComponentType();
                    if (used.getPackageName().startsWith(PRODUCT)
                        && table
                            .rowOf(used.getPackageName())
                            .filter(other -> table.allows(row.get(), other))
                            .isEmpty()) {
                      problem.accept(row.get() + " doesn't list: " + use.getDescription());
                    }
                  }
                }));
  }

  static ArchRule jdkOnly() {
    return classes()
        .should(
            condition(
                "use the JDK only",
                (type, problem) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !isOwnOrJdk(use.getTargetClass().getBaseComponentType()))
                        .forEach(use -> problem.accept(use.getDescription()))));
  }

  static ArchRule timeFromAClock() {
    return noClasses()
        .should(
            call(
                "ask the system for the time",
                target -> {
                  String owner = target.getOwner().getName();
                  String name = target.getName();
                  return owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                      || owner.equals("java.time.Clock") && name.startsWith("system")
                      || owner.startsWith("java.time.")
                          && name.equals("now")
                          && !takesAClock(target)
                      || owner.equals("java.util.Date")
                          && name.equals("<init>")
                          && target.getRawParameterTypes().isEmpty();
                }));
  }

  static ArchRule onlySees(String packageName, String seen) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(packageName)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(seen)
        .allowEmptyShould(true);
  }

  static ArchRule onlyCreatesJmsProducers(String packageName) {
    Set<String> creators = Set.of("createProducer", "createSender", "createPublisher");
    return noClasses()
        .that()
        .resideOutsideOfPackage(packageName)
        .should(
            call(
                "create JMS producers",
                target ->
                    target.getOwner().getName().startsWith("jakarta.jms.")
                        && creators.contains(target.getName())))
        .allowEmptyShould(true);
  }

  static ArchRule noObjectMessage() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(OBJECT_MESSAGE)
        .orShould(
            call(
                "create object messages",
                target -> target.getRawReturnType().getName().equals(OBJECT_MESSAGE)));
  }

  static ArchRule packagesLiveInOneModule(Function<JavaClass, String> moduleOf) {
    Map<String, String> homes = new HashMap<>();
    return classes()
        .should(
            condition(
                "live in the one module of their package",
                (type, problem) -> {
                  String module = moduleOf.apply(type);
                  String home = homes.putIfAbsent(type.getPackageName(), module);
                  if (home != null && !home.equals(module)) {
                    problem.accept(
                        type.getName() + " is in " + module + ", its package also in " + home);
                  }
                }));
  }

  /** By the name alone: the declaring type differs. */
  static ArchRule noSetRollbackOnly() {
    return noClasses()
        .should(call("call setRollbackOnly", target -> target.getName().equals("setRollbackOnly")));
  }

  /** That of a superclass doesn't count for what the compiler bridges to it. */
  static ArchRule messageDrivenBeansSayHowTheyAreInTransactions() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.ejb.MessageDriven")
        .should()
        .beAnnotatedWith("jakarta.ejb.TransactionAttribute")
        .orShould()
        .beAnnotatedWith("jakarta.ejb.TransactionManagement")
        .allowEmptyShould(true);
  }

  static ArchRule entitiesAreMappedAndConstrainedOnly() {
    return classes()
        .that(
            describe(
                "are entities",
                type -> ENTITY_ANNOTATIONS.stream().anyMatch(type::isAnnotatedWith)))
        .should(
            condition(
                "carry mapping and constraint annotations only",
                (type, problem) ->
                    Stream.concat(
                            type.getAnnotations().stream(),
                            type.getMembers().stream()
                                .map(JavaMember::getAnnotations)
                                .flatMap(Set::stream))
                        .map(JavaAnnotation::getRawType)
                        .map(JavaClass::getName)
                        .filter(name -> !name.startsWith("jakarta.persistence."))
                        .filter(name -> !name.startsWith("jakarta.validation."))
                        .forEach(name -> problem.accept(type.getName() + " carries " + name))))
        .allowEmptyShould(true);
  }

  static ArchRule seesNoStoreQueueOrTransaction() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "jakarta.jms..", "jakarta.transaction..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("jakarta\\.ejb\\.Transaction.*")
        .allowEmptyShould(true);
  }

  static ArchRule onlyStartsThreads(String packageName) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(packageName)
        .should(
            call(
                "start threads",
                target -> {
                  String owner = target.getOwner().getName();
                  return THREAD_SOURCES.contains(owner)
                      || target.getName().equals("parallelStream")
                      || owner.equals("java.util.concurrent.CompletableFuture")
                          && target.getName().endsWith("Async")
                      || THREAD_STARTS.contains(target.getName())
                          && (target.getOwner().isAssignableTo(Thread.class)
                              || owner.startsWith("java.lang.Thread$Builder"));
                }))
        .allowEmptyShould(true);
  }

  static ArchRule messageDrivenBeansAreNamedForWhatDrivesThem() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.ejb.MessageDriven")
        .should(
            condition(
                "end in Consumer on a queue, in Endpoint on an adapter",
                (type, problem) -> {
                  String end =
                      type.isAssignableTo("jakarta.jms.MessageListener") ? "Consumer" : "Endpoint";
                  if (!type.getSimpleName().endsWith(end)) {
                    problem.accept(type.getName() + " doesn't end in " + end);
                  }
                }))
        .allowEmptyShould(true);
  }

  static ArchRule noEmptyNames() {
    return noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Impl)");
  }

  static ArchRule noStandardStreams(String exceptPackage) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(exceptPackage)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould(call("print stack traces", ArchitectureRules::printsAStackTrace))
        .allowEmptyShould(true);
  }

  static ArchRule noOtherLogging(String exceptClass) {
    return noClasses()
        .that()
        .haveNameNotMatching(Pattern.quote(exceptClass) + "(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..");
  }

  private static boolean printsAStackTrace(CodeUnitAccessTarget target) {
    return target.getName().equals("printStackTrace") && target.getRawParameterTypes().isEmpty();
  }

  private static boolean takesAClock(CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().stream()
        .anyMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private static boolean isOwnOrJdk(JavaClass type) {
    return type.isPrimitive()
        || type.getName().startsWith(PRODUCT)
        || type.getSource().filter(s -> s.getUri().getScheme().equals("jrt")).isPresent();
  }

  private static ArchCondition<JavaClass> call(
      String description, Predicate<CodeUnitAccessTarget> matches) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.<JavaCodeUnitAccess<?>>concat(
                type.getCodeUnitCallsFromSelf().stream(),
                type.getCodeUnitReferencesFromSelf().stream())
            .filter(use -> matches.test(use.getTarget()))
            .forEach(use -> events.add(SimpleConditionEvent.satisfied(use, use.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, problem -> events.add(SimpleConditionEvent.violated(type, problem)));
      }
    };
  }
}
