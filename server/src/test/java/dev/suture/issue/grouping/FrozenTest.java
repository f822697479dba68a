package dev.suture.issue.grouping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Level;
import dev.suture.event.Thrown;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Grouping;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A frozen grouping version rests on records and on the JDK, never on code that goes on living.
class FrozenTest {
  private static final Set<String> RECORDS =
      Set.of(
          Event.class.getName(),
          Frame.class.getName(),
          Thrown.class.getName(),
          Level.class.getName(),
          Fingerprint.class.getName(),
          Grouping.class.getName());

  @Test
  void frozenVersionsDependOnNothingThatLives() {
    DescribedPredicate<JavaClass> still =
        DescribedPredicate.describe(
            "a record they read or make, or the JDK",
            type ->
                type.isPrimitive()
                    || type.isArray()
                    || type.getPackageName().startsWith("java.")
                    || type.getPackageName().equals("org.jspecify.annotations")
                    || type.getPackageName().equals("dev.suture.issue.grouping")
                    || RECORDS.contains(outermost(type)));
    classes()
        .should()
        .onlyDependOnClassesThat(still)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.suture.issue.grouping"));
  }

  private static String outermost(JavaClass type) {
    int nested = type.getName().indexOf('$');
    return nested < 0 ? type.getName() : type.getName().substring(0, nested);
  }
}
