package dev.suture.issue.grouping;

/// What version 2 keeps of the names of functions, classes and types: what the source calls them,
/// without what compilers, proxies and browsers add.
final class NameV2 {
  private static final String[] GENERATED = {
    "$$", "$HibernateProxy$", "$MockitoMock$", "_$$_", "$ByteBuddy$", "_ClientProxy", "_Subclass"
  };
  private static final String[] NUMBERED = {"Accessor", "$Proxy", "_closure"};

  private NameV2() {}

  /// The type of an exception; a minifier's name says nothing.
  static String type(String type, FamilyV2 family) {
    String name = type.strip();
    if (family == FamilyV2.jvm || family == FamilyV2.other) {
      name = jvmClass(name);
    }
    int anonymous = name.indexOf("@anonymous");
    if (anonymous >= 0) {
      name = name.substring(0, anonymous + "@anonymous".length());
    }
    return name.isEmpty() || (family == FamilyV2.script && name.length() <= 2) ? "Error" : name;
  }

  /// Without the numbers of anonymous, generated and proxy classes.
  static String jvmClass(String name) {
    String real = name;
    for (String mark : GENERATED) {
      int generated = real.indexOf(mark);
      if (generated > 0) {
        real = real.substring(0, generated);
      }
    }
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < real.length(); i++) {
      char c = real.charAt(i);
      if (isDigit(c) && !clean.isEmpty() && clean.charAt(clean.length() - 1) == '$') {
        while (i + 1 < real.length() && isDigit(real.charAt(i + 1))) {
          i++;
        }
      } else {
        clean.append(c);
      }
    }
    String numbered = clean.toString();
    int end = numbered.length();
    while (end > 0 && isDigit(numbered.charAt(end - 1))) {
      end--;
    }
    String before = numbered.substring(0, end);
    for (String mark : NUMBERED) {
      if (before.endsWith(mark)) {
        return before;
      }
    }
    return numbered;
  }

  /// `lambda$pay$3` is `lambda$pay`, `$anonfun$pay$1$adapted` is `$anonfun$pay`.
  static String jvmMethod(String name) {
    if (name.startsWith("lambda$") || name.startsWith("$anonfun$")) {
      int start = name.indexOf('$', 1) + 1;
      int end = name.indexOf('$', start);
      return end > start ? name.substring(0, end) : name;
    }
    return name.startsWith("access$") ? "access$" : name;
  }

  /// The plain name of a script's function as every browser would give it; the marks of V8 (`new`,
  /// `async`, `Object.`, `[as alias]`) and Firefox (`async*`, `pay/<`) go.
  static String script(String name) {
    String plain = name.strip();
    plain = plain.substring(plain.lastIndexOf('*') + 1);
    int alias = plain.indexOf(" [as ");
    if (alias >= 0) {
      plain = plain.substring(0, alias);
    }
    int arguments = plain.indexOf('(');
    if (arguments > 0) {
      plain = plain.substring(0, arguments);
    }
    plain = plain.substring(plain.lastIndexOf(' ') + 1);
    if (plain.endsWith("<") || plain.endsWith(">") || plain.equals("?")) {
      return "";
    }
    plain = plain.substring(plain.lastIndexOf('/') + 1);
    plain = plain.substring(plain.lastIndexOf('.') + 1);
    plain = plain.startsWith("#") ? plain.substring(1) : plain;
    boolean nameless =
        plain.equals("anonymous")
            || plain.equals("eval")
            || plain.equals("code")
            || plain.equals("default");
    return nameless ? "" : plain;
  }

  /// `block (2 levels) in Cart#pay` is `pay`.
  static String ruby(String name) {
    int in = name.lastIndexOf(" in ");
    String plain = in < 0 ? name : name.substring(in + 4);
    int owner = Math.max(plain.lastIndexOf('#'), plain.lastIndexOf('.'));
    plain = plain.substring(owner + 1);
    int template = plain.indexOf("___");
    return template > 0 ? plain.substring(0, template) : plain;
  }

  /// `Shop\Cart::{closure:Shop\Cart::pay():12}` is `Shop\Cart::{closure}`.
  static String php(String name) {
    int closure = name.indexOf("{closure");
    String plain = closure < 0 ? name : name.substring(0, closure) + "{closure}";
    int anonymous = plain.indexOf("@anonymous");
    int method = plain.indexOf("::", Math.max(anonymous, 0));
    if (anonymous >= 0) {
      String owner = plain.substring(0, anonymous + "@anonymous".length());
      return method < 0 ? owner : owner + plain.substring(method);
    }
    return plain;
  }

  /// `(*Cart[...]).Pay.func2.1` is `(*Cart).Pay.func`.
  static String go(String name) {
    StringBuilder clean = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      depth += c == '[' ? 1 : 0;
      if (depth == 0) {
        clean.append(c);
      }
      depth -= c == ']' && depth > 0 ? 1 : 0;
    }
    String plain = clean.toString();
    for (String mark : new String[] {".func", ".gowrap", ".deferwrap"}) {
      int at = plain.indexOf(mark);
      int end = at + mark.length();
      if (at > 0 && end < plain.length() && isDigit(plain.charAt(end))) {
        return plain.substring(0, end);
      }
    }
    return plain;
  }

  /// A native symbol without the hash that a compiler puts behind it and without an offset.
  static String symbol(String name) {
    int offset = name.indexOf(" + 0x");
    String plain = offset > 0 ? name.substring(0, offset) : name;
    int hash = plain.lastIndexOf("::h");
    return hash > 0 && plain.length() - hash == 19 ? plain.substring(0, hash) : plain;
  }

  /// Class and method of .NET as the source has them: the state machine of an async method and the
  /// class of a closure are their method.
  ///
  /// @return class, then method
  static String[] dotnet(String module, String function) {
    int parameters = function.indexOf('(');
    String method = parameters > 0 ? function.substring(0, parameters) : function;
    method = method.substring(method.lastIndexOf(' ') + 1);
    String owner = module;
    int nested = owner.indexOf("<");
    if (nested > 0) {
      int close = owner.indexOf('>', nested);
      String inside = close > nested + 1 ? owner.substring(nested + 1, close) : "";
      owner = owner.substring(0, nested - 1);
      if (!inside.isEmpty()) {
        method = inside;
      }
    }
    if (method.startsWith("<")) {
      int close = method.indexOf('>');
      String inside = close > 1 ? method.substring(1, close) : "";
      int local = method.indexOf("g__");
      int bar = method.indexOf('|');
      method = local > 0 && bar > local ? inside + "." + method.substring(local + 3, bar) : inside;
    }
    return new String[] {owner, method};
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
