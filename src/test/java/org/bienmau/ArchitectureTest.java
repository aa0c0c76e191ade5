package org.bienmau;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Holds the picture of the packages: who may know whom, and who may touch the world outside. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          // Not the predefined option: it looks for target/test-classes, and a lane builds
          // elsewhere.
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("org.bienmau");

  private static final String[] LAYERS = {
    "..bienmau.bronze..", "..bienmau.silver..", "..bienmau.gold.."
  };
  private static final String[] TOOLS = {
    "..bienmau.table..",
    "..bienmau.check..",
    "..bienmau.measure..",
    "..bienmau.reference..",
    "..bienmau.series..",
    "..bienmau.index.."
  };
  private static final String[] WIRING = {
    "..bienmau.pipeline..",
    "..bienmau.serve..",
    "..bienmau.bench..",
    "..bienmau.job..",
    "..bienmau.config.."
  };

  @Test
  void data_flows_one_way() {
    noClasses()
        .that()
        .resideInAPackage("..bienmau.bronze..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..bienmau.silver..", "..bienmau.gold..")
        .because("a row goes from bronze over silver to gold and never back")
        .allowEmptyShould(true)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..bienmau.silver..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..bienmau.gold..")
        .because("a row goes from bronze over silver to gold and never back")
        .allowEmptyShould(true)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..bienmau.gold..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..bienmau.bronze..")
        .because("gold reads what silver has made sense of")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void layers_and_tools_do_not_know_the_wiring() {
    noClasses()
        .that(resideInAnyPackage(LAYERS).or(resideInAnyPackage(TOOLS)))
        .or()
        .resideInAPackage("..bienmau.source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WIRING)
        .because("a table says what it is; others decide when and where it is built")
        .check(CLASSES);
  }

  @Test
  void tools_know_no_layer() {
    noClasses()
        .that()
        .resideInAnyPackage(TOOLS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LAYERS)
        .because("the language in which tables are declared knows no table")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage("..bienmau.check..", "..bienmau.measure..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.bienmau.table.Table")
        .because("a rule and a formula are about columns, whatever table they stand in")
        .check(CLASSES);
  }

  @Test
  void a_session_is_known_only_at_the_edge() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..bienmau.pipeline..", "..bienmau.serve..", "..bienmau.bench..", "..bienmau.job..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SparkSession.class)
        .orShould()
        .callMethod(Dataset.class, "sparkSession")
        .because("a computation is a function of the rows that it is given")
        .check(CLASSES);
  }

  @Test
  void only_the_job_makes_a_session() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..bienmau.job..")
        .should()
        .callMethod(SparkSession.class, "builder")
        .orShould()
        .callMethod(SparkSession.class, "active")
        .orShould()
        .callMethod(SparkSession.class, "getActiveSession")
        .because("who needs a session is handed one")
        .check(CLASSES);
  }

  @Test
  void the_words_of_the_domain_and_its_mathematics_are_plain_java() {
    noClasses()
        .that()
        .resideInAnyPackage("..bienmau.reference..", "..bienmau.series..", "..bienmau.index..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache..", "io.delta..", "scala..")
                .or(
                    resideInAPackage("org.bienmau..")
                        .and(
                            not(
                                resideInAnyPackage(
                                    "org.bienmau.reference..",
                                    "org.bienmau.series..",
                                    "org.bienmau.index..")))))
        .because("they are tested in milliseconds and used without Spark")
        .check(CLASSES);
  }

  @Test
  void simulations_need_no_spark() {
    noClasses()
        .that()
        .resideInAPackage("..bienmau.simulate..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache..", "io.delta..", "scala..")
                .or(resideInAnyPackage(LAYERS))
                .or(resideInAnyPackage(WIRING)))
        .because("files are made from a seed, a model and the registers")
        .check(CLASSES);
  }

  @Test
  void scores_know_nothing_but_the_mathematics() {
    noClasses()
        .that()
        .resideInAPackage("..bienmau.score..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache..", "io.delta..", "scala..")
                .or(
                    resideInAPackage("org.bienmau..")
                        .and(
                            not(
                                resideInAnyPackage(
                                    "org.bienmau.score..", "org.bienmau.series..")))))
        .because("what is planted owes nothing to what is scored, and needs no Spark")
        .check(CLASSES);
  }

  @Test
  void settings_stop_at_the_job() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..bienmau.job..", "..bienmau.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..bienmau.config..")
        .because("everything else is handed the one value that it needs")
        .check(CLASSES);
  }

  @Test
  void nobody_imports_the_job() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..bienmau.job..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..bienmau.job..")
        .because("it is the outermost layer")
        .check(CLASSES);
  }

  @Test
  void only_the_job_reads_the_clock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..bienmau.job..")
        .should()
        .accessTargetWhere(readsTheClock())
        .because("the same input gives the same bytes, whenever it is computed")
        .check(CLASSES);
  }

  @Test
  void tables_are_final_classes() {
    classes()
        .that(
            resideInAnyPackage(LAYERS)
                .and(not(assignableTo(Enum.class)))
                .and(
                    not(
                        DescribedPredicate.describe(
                            "interfaces or anonymous",
                            c -> c.isInterface() || c.isAnonymousClass()))))
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("a table is declared once and not varied by inheritance")
        .check(CLASSES);
  }

  @Test
  void no_class_is_named_for_nothing_in_particular() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameContaining("Helper")
        .orShould()
        .haveSimpleNameContaining("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
        .because("a name says what the thing is about")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    Set<String> now =
        Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");
    return DescribedPredicate.describe(
        "reads the clock",
        access -> {
          AccessTarget target = access.getTarget();
          String owner = target.getOwner().getName();
          boolean ofTime =
              owner.startsWith("java.time.")
                  || owner.equals(System.class.getName())
                  || owner.equals(Clock.class.getName());
          return (ofTime && now.contains(target.getName()))
              || (owner.equals("java.util.Date")
                  && target.getFullName().equals("java.util.Date.<init>()"))
              || (owner.equals("org.apache.spark.sql.functions")
                  && Set.of("current_date", "current_timestamp", "now", "localtimestamp")
                      .contains(target.getName()));
        });
  }
}
