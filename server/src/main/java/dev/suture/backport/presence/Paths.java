package dev.suture.backport.presence;

/// How near two changed files are to being the same one.
final class Paths {
  /// So many telling lines in common make up for any path.
  static final double TELLING = 8;

  private Paths() {}

  static double nearness(FileChange one, FileChange other) {
    return Math.max(
        Math.max(nearness(one.path(), other.path()), nearness(one.from(), other.from())),
        Math.max(nearness(one.path(), other.from()), nearness(one.from(), other.path())));
  }

  static double nearness(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    String[] left = one.split("/");
    String[] right = other.split("/");
    int most = Math.max(left.length, right.length);
    int least = Math.min(left.length, right.length);
    int head = 0;
    while (head < least && left[head].equals(right[head])) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && left[left.length - 1 - tail].equals(right[right.length - 1 - tail])) {
      tail++;
    }
    double shared = (double) (head + tail) / most;
    if (tail > 0) {
      return .6 + .35 * shared;
    }
    return extension(one).equals(extension(other)) ? .3 * shared + .1 : 0;
  }

  private static String extension(String path) {
    String name = FileChange.name(path);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
