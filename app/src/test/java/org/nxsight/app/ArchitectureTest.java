package org.nxsight.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shape of the system: data flows one way, and code depends one way. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.nxsight");

  /** The calls that ask the system for the time of day. */
  private static final Set<String> WALL_CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.time.Instant.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.LocalDateTime.now()");

  @Test
  void looksAtAllModules() {
    for (String module :
        new String[] {"wire", "capture", "exchange", "channels", "analysis", "store", "app"}) {
      assertThat(CLASSES)
          .anyMatch(type -> type.getPackageName().startsWith("org.nxsight." + module));
    }
  }

  @Test
  void usesOnlyWhatStandsBeforeItInTheFlow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("wire")
        .definedBy("org.nxsight.wire..")
        .layer("capture")
        .definedBy("org.nxsight.capture..")
        .layer("exchange")
        .definedBy("org.nxsight.exchange..")
        .layer("channels")
        .definedBy("org.nxsight.channels..")
        .layer("analysis")
        .definedBy("org.nxsight.analysis..")
        .layer("store")
        .definedBy("org.nxsight.store..")
        .layer("app")
        .definedBy("org.nxsight.app..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("analysis")
        .mayOnlyBeAccessedByLayers("store", "app")
        .whereLayer("channels")
        .mayOnlyBeAccessedByLayers("analysis", "store", "app")
        .whereLayer("exchange")
        .mayOnlyBeAccessedByLayers("channels", "analysis", "store", "app")
        .whereLayer("capture")
        .mayOnlyBeAccessedByLayers("exchange", "channels", "analysis", "store", "app")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching("org.nxsight.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void wireNeitherReadsNorWritesNorStartsThreads() {
    noClasses()
        .that()
        .resideInAPackage("org.nxsight.wire..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.net..",
                "java.util.concurrent.."))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(CLASSES);
  }

  @Test
  void wireNeedsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.nxsight.wire..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("org.nxsight.wire..", "java..", "org.jspecify.annotations"))
        .check(CLASSES);
  }

  @Test
  void takesTheTimeFromThePackets() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "the wall clock is asked",
                (JavaCall<?> call) -> WALL_CLOCKS.contains(call.getTarget().getFullName())))
        .check(CLASSES);
  }

  @Test
  void rulesOfCausesKeepNothingSinceThreadsShareThem() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .implement("org.nxsight.analysis.causes.Rule")
        .should()
        .beStatic()
        .andShould()
        .beFinal()
        .check(CLASSES);
  }

  @Test
  void namesTypesAndPackagesAfterWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Common)")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..")
        .check(CLASSES);
  }
}
