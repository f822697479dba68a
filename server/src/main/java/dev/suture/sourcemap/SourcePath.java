package dev.suture.sourcemap;

import java.util.ArrayDeque;
import java.util.Deque;

/// Paths of original files as a reader of the repository knows them.
final class SourcePath {
  private static final int LONGEST = 500;

  private SourcePath() {}

  /// `../../src/Checkout.tsx` and `webpack://shop/./src/Checkout.tsx?a1b2` are `src/Checkout.tsx`;
  /// what lies under `node_modules` begins there.
  static String clean(String raw) {
    String path = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    path = path.replace('\\', '/').replace("\0", "");
    int scheme = path.indexOf("://");
    if (scheme >= 0) {
      int slash = path.indexOf('/', scheme + 3);
      path = slash < 0 ? path.substring(scheme + 3) : path.substring(slash + 1);
    }
    int query = path.indexOf('?');
    path = query < 0 ? path : path.substring(0, query);
    int library = path.lastIndexOf("node_modules/");
    path = library < 0 ? path : path.substring(library);
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/")) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  /// Whether nobody in the project wrote it: a dependency, or what a bundler adds.
  static boolean isLibrary(String clean) {
    return clean.startsWith("node_modules/")
        || clean.startsWith("webpack/")
        || clean.startsWith("(webpack)")
        || clean.startsWith("vite/")
        || clean.startsWith("rollup/")
        || clean.contains("commonjsHelpers");
  }

  /// The path of a built file's address, as release artifacts are named by it; empty when it is no
  /// file of a site or of a server.
  static String ofBuilt(String file) {
    int scheme = file.indexOf("://");
    String path = file;
    if (scheme >= 0) {
      int slash = file.indexOf('/', scheme + 3);
      path = slash < 0 ? "" : file.substring(slash);
    }
    int end = path.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = path.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    path = path.substring(0, end);
    return path.startsWith("/") ? path : "";
  }
}
