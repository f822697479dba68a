package dev.suture.event.scrub;

import dev.suture.project.Settings.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks for some kinds of secrets in a text, in one pass from left to right. Most characters cost
/// one look into a table; what may begin a secret is looked at closer, each place a bounded number
/// of times.
final class TextRules {
  private static final int PLAIN = 0;
  private static final int DIGIT = 1;
  private static final int LETTER = 2;
  private static final int SIGN = 3;

  private static final String REMOVED = "[removed: ";

  private static final byte[] BEGINS = new byte[128];

  static {
    for (char c = '0'; c <= '9'; c++) {
      BEGINS[c] = DIGIT;
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      BEGINS[c] = LETTER;
      BEGINS[c - 'A' + 'a'] = LETTER;
    }
    for (char c : "@/\\-=:".toCharArray()) {
      BEGINS[c] = SIGN;
    }
  }

  private final Set<Kind> kinds;
  private final int mask;
  private final Redaction redaction;
  private final SecretNames names;

  TextRules(Set<Kind> kinds, Redaction redaction, SecretNames names) {
    this.kinds = kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds);
    this.mask = this.kinds.stream().mapToInt(kind -> 1 << kind.ordinal()).sum();
    this.redaction = redaction;
    this.names = names;
  }

  TextRules without(Kind kind) {
    Set<Kind> fewer = EnumSet.copyOf(kinds);
    fewer.remove(kind);
    return new TextRules(fewer, redaction, names);
  }

  static TextRules one(Kind kind, Method method, String text, byte[] salt) {
    return new TextRules(
        EnumSet.of(kind), new Redaction(method, text, salt), new SecretNames(List.of()));
  }

  private boolean has(Kind kind) {
    return (mask & 1 << kind.ordinal()) != 0;
  }

  /// The text itself when there is nothing to take out.
  String apply(String text) {
    return new Pass(text).run();
  }

  /// One text on its way through.
  private final class Pass {
    private final String text;
    private @Nullable StringBuilder out;
    private int copied;
    private int urlEnd;
    private int from;
    private int to;
    private Kind kind = Kind.secret;

    Pass(String text) {
      this.text = text;
    }

    String run() {
      int length = text.length();
      boolean inWord = false;
      int i = 0;
      while (i < length) {
        char c = text.charAt(i);
        int begins = c < 128 ? BEGINS[c] : PLAIN;
        if (begins == PLAIN || (inWord && begins != SIGN)) {
          inWord = begins != PLAIN || c == '_' || (c >= 128 && Character.isLetterOrDigit(c));
          i++;
          continue;
        }
        boolean hit =
            switch (begins) {
              case DIGIT -> digit(i);
              case LETTER -> letter(i, c);
              default -> sign(i, c);
            };
        inWord = begins != SIGN;
        if (hit && from >= copied) {
          cut();
          i = Math.max(i + 1, to);
          inWord = false;
        } else {
          i++;
        }
      }
      StringBuilder done = out;
      return done == null ? text : done.append(text, copied, length).toString();
    }

    private void cut() {
      StringBuilder target = out;
      if (target == null) {
        target = new StringBuilder(text.length() + 32);
        out = target;
      }
      target.append(text, copied, from).append(redaction.of(kind, text.substring(from, to)));
      copied = to;
    }

    private boolean found(Kind what, int start, int end) {
      kind = what;
      from = start;
      to = end;
      return end > start && !text.startsWith(REMOVED, start);
    }

    private boolean found(Kind what, long span) {
      return span != Words.NONE && found(what, Words.from(span), Words.to(span));
    }

    private boolean digit(int i) {
      if (has(Kind.creditCard) && found(Kind.creditCard, i, Numbers.creditCard(text, i))) {
        return true;
      }
      if (has(Kind.ssn) && found(Kind.ssn, i, Numbers.ssn(text, i))) {
        return true;
      }
      if (has(Kind.ip) && !isHost(i) && found(Kind.ip, i, Numbers.ipv4(text, i))) {
        return true;
      }
      if (has(Kind.imei) && found(Kind.imei, i, Numbers.imei(text, i))) {
        return true;
      }
      return hex(i);
    }

    private boolean hex(int i) {
      boolean joined = i > 0 && (text.charAt(i - 1) == ':' || text.charAt(i - 1) == '-');
      if (!joined && has(Kind.mac) && found(Kind.mac, i, Numbers.mac(text, i))) {
        return true;
      }
      if (has(Kind.uuid) && found(Kind.uuid, i, Numbers.uuid(text, i))) {
        return true;
      }
      boolean colon = i > 0 && text.charAt(i - 1) == ':';
      return !colon && has(Kind.ip) && !isHost(i) && found(Kind.ip, i, Numbers.ipv6(text, i));
    }

    /// The host of a URL names the server that was called, and nobody who called it.
    private boolean isHost(int i) {
      int start = i > 0 && text.charAt(i - 1) == '[' ? i - 1 : i;
      if (start < 2) {
        return false;
      }
      char before = text.charAt(start - 1);
      return before == '/' ? text.charAt(start - 2) == '/' : before == '@' && i < urlEnd;
    }

    private boolean letter(int i, char c) {
      if (has(Kind.bearer)) {
        boolean hit =
            switch (c) {
              case 'B', 'b' -> found(Kind.bearer, Words.bearer(text, i));
              case 'e' -> found(Kind.bearer, Words.jwt(text, i));
              case 'A', 'g', 'x', 's', 'r', 'S', 'n', 'h' ->
                  found(Kind.bearer, Words.vendor(text, i));
              default -> false;
            };
        if (hit) {
          return true;
        }
      }
      if (c <= 'Z' && has(Kind.iban) && found(Kind.iban, i, Numbers.iban(text, i))) {
        return true;
      }
      return Chars.is(c, Chars.HEX) && hex(i);
    }

    private boolean sign(int i, char c) {
      return switch (c) {
        case '@' -> has(Kind.email) && found(Kind.email, Words.email(text, i, copied));
        case '/' -> slash(i);
        case '\\' -> path(i);
        case '-' -> has(Kind.privateKey) && found(Kind.privateKey, Words.privateKey(text, i));
        case ':' -> colon(i);
        default -> assigned(i);
      };
    }

    private boolean slash(int i) {
      boolean two = i + 1 < text.length() && text.charAt(i + 1) == '/';
      if (!two) {
        return i >= urlEnd && path(i);
      }
      boolean file = text.startsWith("file:", i - 5) || text.startsWith("file:/", i - 6);
      if (!file && i >= urlEnd) {
        urlEnd = i;
        while (urlEnd < text.length() && text.charAt(urlEnd) > ' ' && text.charAt(urlEnd) != '"') {
          urlEnd++;
        }
      }
      return has(Kind.urlLogin) && found(Kind.urlLogin, Words.login(text, i));
    }

    private boolean path(int i) {
      return has(Kind.userPath) && found(Kind.userPath, Words.userPath(text, i));
    }

    private boolean colon(int i) {
      if (text.startsWith("//", i + 1)) {
        return false;
      }
      if (text.startsWith(":", i + 1) && Chars.opens(text, i) && has(Kind.ip)) {
        return found(Kind.ip, i, Numbers.ipv6(text, i));
      }
      return assigned(i);
    }

    private boolean assigned(int i) {
      return has(Kind.secret) && found(Kind.secret, Words.assigned(text, i, copied, names));
    }
  }
}
