package dev.suture.issue.grouping;

/// Languages whose stacks are written alike.
enum FamilyV2 {
  script,
  jvm,
  python,
  dotnet,
  go,
  ruby,
  php,
  other;

  static FamilyV2 of(String platform) {
    return switch (platform) {
      case "javascript", "node", "react-native" -> script;
      case "java", "kotlin", "scala", "groovy", "clojure", "android" -> jvm;
      case "python" -> python;
      case "csharp", "dotnet", "fsharp", "visualbasic" -> dotnet;
      case "go" -> go;
      case "ruby" -> ruby;
      case "php" -> php;
      default -> other;
    };
  }
}
