package dev.suture.diff;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells what kind a change is of, by its path and by its lines.
final class Kinds {
  private static final Pattern TEST =
      Pattern.compile(
          "(^|/)(tests?|__tests__|__mocks__|__snapshots__|spec|specs|e2e|fixtures|testdata|testing)/"
              + "|(^|/)src/(test|it|integrationTest|testFixtures)/"
              + "|[._-](test|tests|spec|e2e|cy)\\.[a-z]+$|_(test|spec)\\.(go|rb|py|exs|dart)$"
              + "|(^|/)test_[^/]*\\.py$|(^|/)conftest\\.py$"
              + "|(Test|Tests|IT|Spec|TestCase)\\.(java|kt|groovy|scala|cs|swift|php)$");
  private static final Pattern DOCUMENTATION =
      Pattern.compile(
          "(^|/)(docs?|documentation)/|\\.(md|mdx|rst|adoc|txt)$"
              + "|(^|/)(changes|changelog|history|news|license|notice|authors)(\\.[a-z]+)?$"
              + "|(^|/)(changelogs?|changesets?|\\.changeset|newsfragments)/",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "(^|/)(package(-lock)?\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml|bun\\.lockb?"
              + "|pom\\.xml|build\\.gradle(\\.kts)?|settings\\.gradle(\\.kts)?|libs\\.versions\\.toml"
              + "|gradle\\.lockfile|go\\.(mod|sum)|Cargo\\.(toml|lock)|Gemfile(\\.lock)?|[^/]+\\.gemspec"
              + "|requirements[^/]*\\.(txt|in)|Pipfile(\\.lock)?|poetry\\.lock|uv\\.lock|pyproject\\.toml"
              + "|setup\\.(py|cfg)|composer\\.(json|lock)|mix\\.(exs|lock)|[^/]+\\.csproj|packages\\.config"
              + "|Directory\\.Packages\\.props|Podfile(\\.lock)?|Package\\.(swift|resolved)|pubspec\\.(yaml|lock)"
              + "|deno\\.(json|lock)|\\.gitmodules)$");
  private static final Pattern MIGRATION =
      Pattern.compile(
          "(^|/)(migrations?|migrate|alembic|flyway|liquibase|changelogs?)/[^.].*"
              + "|(^|/)V\\d+(_\\d+)*__[^/]+\\.(sql|java)$|(^|/)(schema|structure)\\.(rb|sql|prisma)$|\\.sql$");
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "\\.(ya?ml|toml|ini|cfg|conf|properties|env|config|tf|tfvars|hcl|nix)$|(^|/)\\.[^/]+$"
              + "|(^|/)\\.(github|gitlab|circleci|buildkite)/|(^|/)(Dockerfile|Makefile|Jenkinsfile|Procfile)[^/]*$"
              + "|(^|/)(config|conf|deploy|k8s|helm|charts)/|(^|/)(tsconfig|babel|webpack|vite|rollup|jest"
              + "|eslint|biome|nx|turbo)[^/]*\\.[a-z]+$|(^|/)config\\.[a-z]+$|(^|/)\\.env[^/]*$");
  private static final Pattern HASH_COMMENTS =
      Pattern.compile("\\.(py|rb|sh|bash|ya?ml|toml|pl|r|ex|exs|tf|conf|cfg|ini|properties)$");

  private Kinds() {}

  static ChangeKind ofPath(String path) {
    if (DEPENDENCY.matcher(path).find()) {
      return ChangeKind.dependency;
    }
    if (TEST.matcher(path).find()) {
      return ChangeKind.test;
    }
    if (MIGRATION.matcher(path).find() && !path.endsWith(".md")) {
      return ChangeKind.migration;
    }
    if (DOCUMENTATION.matcher(path).find()) {
      return ChangeKind.documentation;
    }
    return CONFIGURATION.matcher(path).find() ? ChangeKind.configuration : ChangeKind.production;
  }

  static ChangeKind of(String path, List<String> removed, List<String> added) {
    ChangeKind kind = ofPath(path);
    if (!kind.isTried()) {
      return kind;
    }
    if (squeezed(removed).equals(squeezed(added)) && !isIndented(path)) {
      return ChangeKind.formatting;
    }
    return isComment(path, removed) && isComment(path, added) ? ChangeKind.comment : kind;
  }

  /// White space is meaning in these.
  private static boolean isIndented(String path) {
    return path.matches(".*\\.(py|ya?ml|pug|haml|slim|sass|coffee|mk)$|(.*/)?Makefile");
  }

  private static String squeezed(List<String> lines) {
    return String.join("", lines).replaceAll("\\s+", "");
  }

  private static boolean isComment(String path, List<String> lines) {
    boolean hash = HASH_COMMENTS.matcher(path.toLowerCase(Locale.ROOT)).find();
    return lines.stream()
        .map(String::strip)
        .allMatch(
            line ->
                line.isEmpty()
                    || (hash
                        ? line.startsWith("#")
                        : line.startsWith("//")
                            || (line.startsWith("/*") && line.indexOf("*/") < 0)
                            || (line.startsWith("/*") && line.endsWith("*/"))
                            || line.equals("*/")
                            || line.matches("\\*(\\s.*)?")
                            || line.matches("<!--.*-->|\\{/\\*.*\\*/}")));
  }
}
