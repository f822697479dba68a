package dev.suture.syntax;

import dev.suture.cause.flow.Node;
import dev.suture.cause.flow.Parser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/// The grammars of tree-sitter. The one of TSX reads JavaScript and JSX as well.
public final class TreeSitterParser implements Parser {
  private static final int DEEPEST = 1_000;

  @Override
  public Node parse(String path, String text) {
    String program = Embedded.program(path, text);
    Node.Source source = new Node.Source(path, program);
    try (TSParser parser = new TSParser()) {
      parser.setLanguage(language(path));
      TSTree tree = parser.parseString(null, program);
      Offsets offsets = Offsets.of(program);
      try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
        return read(cursor, source, offsets, 0);
      }
    }
  }

  private static TSLanguage language(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.[mc]?ts")
        ? new TreeSitterTypescript()
        : new TreeSitterTsx();
  }

  private static Node read(TSTreeCursor cursor, Node.Source source, Offsets offsets, int depth) {
    TSNode here = cursor.currentNode();
    @Nullable String field = cursor.currentFieldName();
    int from = offsets.character(here.getStartByte());
    int to = offsets.character(here.getEndByte());
    Node node = new Node(kind(here.getType()), field, source, from, to);
    if (depth < DEEPEST && cursor.gotoFirstChild()) {
      do {
        TSNode child = cursor.currentNode();
        if (child.isNamed() && !child.getType().equals("comment")) {
          node.add(read(cursor, source, offsets, depth + 1));
        } else if ("operator".equals(cursor.currentFieldName())) {
          node.operator(child.getType());
        }
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    return awaited(node, source);
  }

  /// An abstract class is a class here.
  private static String kind(String type) {
    return type.equals("abstract_class_declaration") ? "class_declaration" : type;
  }

  /// The grammar takes `await f<T>(x)` for a call of `await f`.
  private static Node awaited(Node call, Node.Source source) {
    Node callee = call.child("function");
    Node called = callee == null ? null : callee.first();
    if (callee == null
        || called == null
        || !call.is("call_expression")
        || !callee.is("await_expression")) {
      return call;
    }
    Node inner = new Node("call_expression", null, source, called.from(), call.to());
    inner.add(called.as("function"));
    call.children().stream()
        .filter(each -> each != callee)
        .forEach(each -> inner.add(each.as(each.field())));
    Node outer = new Node("await_expression", call.field(), source, call.from(), call.to());
    outer.add(inner);
    return outer;
  }

  /// From bytes of UTF-8 to characters.
  private record Offsets(int @Nullable [] characters) {
    static Offsets of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (bytes.length == text.length()) {
        return new Offsets(null);
      }
      int[] characters = new int[bytes.length + 1];
      int character = 0;
      for (int at = 0; at < bytes.length; at++) {
        characters[at] = character;
        int lead = bytes[at] & 0xFF;
        boolean continues = at + 1 < bytes.length && (bytes[at + 1] & 0xC0) == 0x80;
        if (!continues) {
          character += charactersEndingWith(bytes, at, lead);
        }
      }
      characters[bytes.length] = text.length();
      return new Offsets(characters);
    }

    /// Four bytes are two characters.
    private static int charactersEndingWith(byte[] bytes, int at, int last) {
      boolean four = (last & 0xC0) == 0x80 && at >= 3 && (bytes[at - 3] & 0xF8) == 0xF0;
      return four ? 2 : 1;
    }

    int character(int atByte) {
      return characters == null ? atByte : characters[Math.min(atByte, characters.length - 1)];
    }
  }
}
