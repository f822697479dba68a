package dev.suture.issue.query;

import java.util.ArrayList;
import java.util.List;

/// Reads a query: what stands side by side must all hold; `OR` binds less; parentheses group.
final class Parser {
  private static final int LONGEST = 1000;
  private static final int MOST_TERMS = 32;
  private static final int DEEPEST = 8;

  private final String query;
  private final List<Token> tokens;
  private int at;
  private int depth;

  private Parser(String query) throws BadQuery {
    this.query = query;
    this.tokens = new Lexer(query).tokens();
  }

  static Syntax parse(String query) throws BadQuery {
    if (query.length() > LONGEST) {
      throw new BadQuery(
          new Span(LONGEST, query.length()),
          "A query has at most " + LONGEST + " characters.",
          "Leave out what begins here.");
    }
    Parser parser = new Parser(query);
    parser.countTerms();
    return parser.any();
  }

  private void countTerms() throws BadQuery {
    List<Token> leaves = tokens.stream().filter(Token.Leaf.class::isInstance).toList();
    if (leaves.size() > MOST_TERMS) {
      throw new BadQuery(
          leaves.get(MOST_TERMS).span(),
          "A query has at most " + MOST_TERMS + " terms.",
          "Put a text in quotes to search for it as a whole.");
    }
  }

  private Syntax any() throws BadQuery {
    List<Syntax> parts = new ArrayList<>();
    parts.add(all());
    while (at < tokens.size() && tokens.get(at) instanceof Token.Or or) {
      at++;
      Syntax next = all();
      if (isEmpty(parts.getLast()) || isEmpty(next)) {
        throw new BadQuery(
            or.span(), "OR stands between two terms.", "To search for the word write \"OR\".");
      }
      parts.add(next);
    }
    return parts.size() == 1 ? parts.getFirst() : new Syntax.Or(around(parts), parts);
  }

  private Syntax all() throws BadQuery {
    int start = at < tokens.size() ? tokens.get(at).span().from() : query.length();
    List<Syntax> parts = new ArrayList<>();
    while (at < tokens.size()) {
      switch (tokens.get(at)) {
        case Token.Or _, Token.Close _ -> {
          return joined(parts, start);
        }
        case Token.And _ -> at++;
        case Token.Open _ -> parts.add(group());
        case Token.Not not -> {
          at++;
          Syntax group = group();
          parts.add(new Syntax.Not(new Span(not.span().from(), group.span().to()), group));
        }
        case Token.Leaf(_, Syntax term) -> {
          at++;
          parts.add(term);
        }
      }
    }
    return joined(parts, start);
  }

  private Syntax group() throws BadQuery {
    Span open = tokens.get(at++).span();
    if (++depth > DEEPEST) {
      throw new BadQuery(
          open, "Parentheses are nested too deeply.", "Use at most " + DEEPEST + " levels.");
    }
    Syntax inside = any();
    if (at >= tokens.size() || !(tokens.get(at) instanceof Token.Close)) {
      throw new BadQuery(
          open,
          "This parenthesis is not closed.",
          "Close it with ), or put the text in quotes: \"(\".");
    }
    at++;
    depth--;
    return inside;
  }

  private static Syntax joined(List<Syntax> parts, int start) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return new Syntax.And(parts.isEmpty() ? new Span(start, start) : around(parts), parts);
  }

  private static Span around(List<Syntax> parts) {
    return new Span(parts.getFirst().span().from(), parts.getLast().span().to());
  }

  private static boolean isEmpty(Syntax syntax) {
    return syntax instanceof Syntax.And(_, List<Syntax> parts) && parts.isEmpty();
  }
}
