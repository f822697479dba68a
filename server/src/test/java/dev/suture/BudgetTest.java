package dev.suture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// How large things may be. A size that has to be larger stands in the list below with its reason.
class BudgetTest {
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 70;
  private static final int PARAMETERS = 5;

  private static final Set<String> EXCEPTIONS = Set.of();

  @Test
  void filesStayShort() throws IOException {
    List<String> over = new ArrayList<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > FILE_LINES && !EXCEPTIONS.contains(file.getFileName().toString())) {
        over.add(file + ": " + lines + " lines");
      }
    }
    assertThat(over).isEmpty();
  }

  @Test
  void methodsStayShortAndTakeFewParameters() throws IOException {
    List<String> over = new ArrayList<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(javaSources());
      var task =
          (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, positions, over).scan(unit, null);
      }
    }
    assertThat(over).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>(javaSources());
    for (String root : List.of("../web", "../bench", "src/test")) {
      if (Files.isDirectory(Path.of(root))) {
        try (Stream<Path> walk = Files.walk(Path.of(root))) {
          walk.filter(BudgetTest::isOurs).forEach(all::add);
        }
      }
    }
    return all;
  }

  private static List<Path> javaSources() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
      return walk.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  private static boolean isOurs(Path path) {
    String text = path.toString();
    return text.matches(".*\\.(java|ts|tsx|mjs|css)")
        && !text.matches(".*/(node_modules|dist|target|\\.output|\\.wxt|wire/src)/.*");
  }

  private static final class MethodScanner extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> over;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<String> over) {
      this.unit = unit;
      this.positions = positions;
      this.over = over;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
      long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
      String name = unit.getSourceFile().getName() + "#" + method.getName();
      if (last - first + 1 > METHOD_LINES) {
        over.add(name + ": " + (last - first + 1) + " lines");
      }
      // A record's parameters are its shape, and wiring by hand is what `app` is for.
      if (method.getParameters().size() > PARAMETERS
          && !isRecordConstructor(method)
          && !isWiring()) {
        over.add(name + ": " + method.getParameters().size() + " parameters");
      }
      return super.visitMethod(method, null);
    }

    private boolean isRecordConstructor(MethodTree method) {
      return method.getName().contentEquals("<init>")
          && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
          && type.getKind() == Tree.Kind.RECORD;
    }

    private boolean isWiring() {
      return unit.getSourceFile().getName().contains("/suture/app/");
    }
  }
}
