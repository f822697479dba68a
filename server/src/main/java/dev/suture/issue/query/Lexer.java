package dev.suture.issue.query;

import dev.suture.event.Facets;
import dev.suture.issue.query.Syntax.Key;
import dev.suture.issue.query.Syntax.Operator;
import dev.suture.issue.query.Syntax.Value;
import java.util.ArrayList;
import java.util.List;

/// Cuts a query into tokens.
///
/// People paste error messages into a search field, so that what has no meaning of its own is text:
/// a parenthesis inside of a word, a colon behind what is no name, a closing parenthesis too many.
final class Lexer {
  private static final int MOST_VALUES = 20;

  /// With many of them comparing takes long on a hostile value.
  private static final int MOST_STARS = 6;

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  Lexer(String query) {
    this.query = query;
  }

  List<Token> tokens() throws BadQuery {
    for (skipBlanks(); at < query.length(); skipBlanks()) {
      char c = query.charAt(at);
      if (c == '(') {
        depth++;
        tokens.add(new Token.Open(taken(1)));
      } else if (c == ')' && depth > 0) {
        depth--;
        tokens.add(new Token.Close(taken(1)));
      } else if (c == '!' && at + 1 < query.length() && query.charAt(at + 1) == '(') {
        tokens.add(new Token.Not(taken(1)));
      } else {
        tokens.add(leaf());
      }
    }
    return tokens;
  }

  private Span taken(int length) {
    at += length;
    return new Span(at - length, at);
  }

  private void skipBlanks() {
    while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
      at++;
    }
  }

  private Token leaf() throws BadQuery {
    int from = at;
    boolean negated =
        query.charAt(at) == '!'
            && at + 1 < query.length()
            && !Character.isWhitespace(query.charAt(at + 1));
    at += negated ? 1 : 0;
    Syntax term = query.charAt(at) == '"' ? quoted() : word();
    Span span = new Span(from, at);
    if (!negated && term instanceof Syntax.Text(Span place, Glob glob) && glob.isLiteral()) {
      String word = query.substring(place.from(), place.to());
      if (word.equals("OR")) {
        return new Token.Or(span);
      }
      if (word.equals("AND")) {
        return new Token.And(span);
      }
    }
    return new Token.Leaf(span, negated ? new Syntax.Not(span, term) : term);
  }

  /// A phrase; a name in quotes when a colon follows.
  private Syntax quoted() throws BadQuery {
    int from = at;
    Value value = quotedValue();
    if (at < query.length() && query.charAt(at) == ':') {
      at++;
      return term(new Key(value.span(), value.text(), true), from);
    }
    return new Syntax.Text(value.span(), value.glob());
  }

  private Syntax word() throws BadQuery {
    int from = at;
    int colon = at;
    while (colon < query.length() && isNameLetter(query.charAt(colon))) {
      colon++;
    }
    boolean named = colon > from && colon < query.length() && query.charAt(colon) == ':';
    if (named) {
      Key key = new Key(new Span(from, colon), query.substring(from, colon), false);
      at = colon + 1;
      return term(key, from);
    }
    Value value = bareValue(false);
    return new Syntax.Text(value.span(), value.glob());
  }

  private static boolean isNameLetter(char c) {
    return c != ':' && Facets.isName(String.valueOf(c));
  }

  private Syntax term(Key key, int from) throws BadQuery {
    Operator operator = operator();
    List<Value> values = new ArrayList<>();
    if (at < query.length() && query.charAt(at) == '[') {
      list(values);
    } else if (at < query.length() && query.charAt(at) == '"') {
      values.add(quotedValue());
    } else {
      Value value = bareValue(false);
      if (!value.text().isEmpty()) {
        values.add(value);
      }
    }
    return new Syntax.Term(new Span(from, at), key, operator, values, query.substring(from, at));
  }

  private Operator operator() {
    for (Operator operator :
        List.of(Operator.atLeast, Operator.atMost, Operator.more, Operator.less)) {
      if (query.startsWith(operator.sign, at)) {
        at += operator.sign.length();
        return operator;
      }
    }
    return Operator.is;
  }

  /// `[a, "b c", d*]`
  private void list(List<Value> values) throws BadQuery {
    int open = at++;
    while (true) {
      while (at < query.length()
          && (Character.isWhitespace(query.charAt(at)) || query.charAt(at) == ',')) {
        at++;
      }
      if (at >= query.length()) {
        throw new BadQuery(
            new Span(open, query.length()),
            "This list is not closed.",
            "End it with ], as in browser:[Chrome, Safari].");
      }
      if (query.charAt(at) == ']') {
        at++;
        return;
      }
      values.add(query.charAt(at) == '"' ? quotedValue() : bareValue(true));
      if (values.size() > MOST_VALUES) {
        throw new BadQuery(
            new Span(open, at),
            "A list has at most " + MOST_VALUES + " values.",
            "Use a star for what the values have in common, as in release:1.2.*");
      }
    }
  }

  private Value quotedValue() throws BadQuery {
    int from = at++;
    Pieces pieces = new Pieces();
    while (at < query.length()) {
      char c = query.charAt(at);
      if (c == '"') {
        at++;
        return pieces.value(new Span(from, at));
      }
      pieces.take(c);
    }
    throw new BadQuery(
        new Span(from, query.length()),
        "This quotation mark has no partner.",
        "Close the quotes, or write \\\" for a quotation mark itself.");
  }

  /// Up to a blank; in a list up to a comma or the end of the list; in parentheses up to the one
  /// that was not opened in the value itself.
  private Value bareValue(boolean inList) throws BadQuery {
    int from = at;
    int opened = 0;
    Pieces pieces = new Pieces();
    while (at < query.length()) {
      char c = query.charAt(at);
      if (Character.isWhitespace(c) || inList && (c == ',' || c == ']')) {
        break;
      }
      opened += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (opened < 0 && depth > 0) {
        break;
      }
      pieces.take(c);
    }
    return pieces.value(new Span(from, at));
  }

  /// The pieces of a value between its stars.
  private final class Pieces {
    private final StringBuilder text = new StringBuilder();
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    void take(char c) {
      at++;
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
        text.append(c);
        return;
      }
      boolean escaped = c == '\\' && at < query.length() && "*\"\\".indexOf(query.charAt(at)) >= 0;
      char meant = escaped ? query.charAt(at++) : c;
      piece.append(meant);
      text.append(meant);
    }

    Value value(Span span) throws BadQuery {
      if (pieces.size() > MOST_STARS) {
        throw new BadQuery(
            span,
            "A value has at most " + MOST_STARS + " stars.",
            "Write \\* for a star that stands for itself.");
      }
      pieces.add(piece.toString());
      return new Value(span, text.toString(), new Glob(pieces));
    }
  }
}
