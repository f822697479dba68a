package dev.suture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The walls between the rooms, as ARCHITECTURE.md draws them.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.suture");

  private static final Map<String, List<String>> FLOORS = floors();

  @Test
  void everyPackageIsOnTheMapAndTheMapHasNoOther() throws IOException {
    var found = new TreeSet<String>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/suture"))) {
      files.filter(Files::isDirectory).forEach(dir -> found.add(dir.getFileName().toString()));
    }
    var drawn = new TreeSet<String>();
    FLOORS.values().forEach(drawn::addAll);
    assertThat(found).isEqualTo(drawn);
  }

  @Test
  void drawersKnowNoRoom() {
    onlySee(packages("drawers"), packages("drawers"));
  }

  @Test
  void roomsSeeRoomsAndDrawers() {
    onlySee(packages("rooms"), packages("rooms"), packages("drawers"));
  }

  @Test
  void roomsAreFreeOfCycles() {
    slices()
        .matching("dev.suture.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a room that needs its user is no room of its own")
        .check(CLASSES);
  }

  @Test
  void adaptersSeeNoDoorAndNoOtherAdapter() {
    for (String adapter : FLOORS.get("adapters")) {
      onlySee(
          inside(List.of(adapter)),
          inside(List.of(adapter)),
          packages("rooms"),
          packages("drawers"));
    }
  }

  @Test
  void doorsSeeNoAdapterAndNoOtherDoor() {
    for (String door : FLOORS.get("doors")) {
      onlySee(inside(List.of(door)), inside(List.of(door)), packages("rooms"), packages("drawers"));
    }
  }

  @Test
  void driversAreNamedInOnePlaceOnly() {
    Map<String, String> drivers =
        Map.of(
            "org.eclipse.jetty..", "dev.suture.http..",
            "org.jdbi..", "dev.suture.store..",
            "java.sql..", "dev.suture.store..",
            "org.flywaydb..", "dev.suture.store..",
            "picocli..", "dev.suture.cli..",
            "jakarta.mail..", "dev.suture.notify..");
    drivers.forEach(
        (driver, home) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(home, "dev.suture.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(driver)
                .because("a driver is named by one package, so that it can be changed there")
                .check(CLASSES));
  }

  @Test
  void onlyTheAppAsksForTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.suture.app..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("a rule that reads the clock cannot be replayed")
        .check(CLASSES);
  }

  @Test
  void onlyCommandLineAndAppPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.suture.app..", "dev.suture.cli..")
        .should()
        .accessField(System.class, "out")
        .because("standard output belongs to commands and to the protocol of `suture mcp`")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        CLASSES.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(type -> type.getPackage())
            .distinct()
            .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
            .map(pack -> pack.getName())
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void nothingIsNamedAfterNothing() {
    noClasses()
        .should()
        .haveNameMatching(".*\\.(util|utils|common|helper|helpers|misc|shared|impl|manager)\\..*")
        .orShould()
        .haveNameMatching(".*(Service|Manager|Helper|Impl|Utils|Util)")
        .because("a name says what the thing is")
        .check(CLASSES);
  }

  private static void onlySee(String[] who, String[]... what) {
    String[] seen =
        Stream.concat(
                Arrays.stream(what).flatMap(Arrays::stream),
                Stream.of(
                    "java..",
                    "javax..",
                    "jakarta..",
                    "jdk..",
                    "com..",
                    "org..",
                    "tools..",
                    "picocli..",
                    "io.sentry.."))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAnyPackage(who)
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(seen)
                .or(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                        "a primitive",
                        type -> type.isPrimitive() || type.getBaseComponentType().isPrimitive()))
                .or(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                        "an array of what may be seen",
                        type ->
                            type.isArray()
                                && com.tngtech.archunit.core.domain.JavaClass.Predicates
                                    .resideInAnyPackage(seen)
                                    .test(type.getBaseComponentType()))))
        .because("imports point down only")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static String[] packages(String floor) {
    return inside(FLOORS.get(floor));
  }

  private static String[] inside(List<String> names) {
    return names.stream().map(name -> "dev.suture." + name + "..").toArray(String[]::new);
  }

  /// Reads the table of floors from ARCHITECTURE.md.
  private static Map<String, List<String>> floors() {
    Pattern row = Pattern.compile("\\| (app|doors|adapters|rooms|drawers) \\| ([^|]*)\\|.*");
    Map<String, List<String>> floors = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("../ARCHITECTURE.md"))) {
        var match = row.matcher(line);
        if (match.matches()) {
          floors.put(match.group(1), List.of(match.group(2).replace("`", "").trim().split(" ")));
        }
      }
    } catch (IOException unread) {
      throw new java.io.UncheckedIOException(unread);
    }
    return floors;
  }
}
