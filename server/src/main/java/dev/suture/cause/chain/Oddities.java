package dev.suture.cause.chain;

import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What in a body could be the bad value of a failure, by what it is, by whether the code around
/// the failure reads such a name, and by whether others beside it or before it are different.
final class Oddities {
  private static final int MOST_ELEMENTS = 60;
  private static final int DEEPEST = 12;
  private static final int MOST_NODES = 20_000;

  private static final double FIT = 1;
  private static final double CONTRAST = 3;
  private static final double KIN = .5;
  private static final double MOST_KIN = 3;
  private static final double BESIDE = 1;
  private static final double OWNER = 1.2;
  private static final double LACKS = 2.5;
  private static final double UNKNOWN_WORD = 5;
  private static final double ONLY_UNKNOWN = 2;
  private static final double QUOTED = 6;
  private static final double IN_LIST = .6;
  private static final double INSIDE = 2.5;

  /// As `Shape` says it.
  private static final String THING = "an object";

  /// Names that things of every kind have.
  private static final Set<String> EVERYWHERE = Set.of("id", "name", "key");

  /// What refers to something: no program knows all of these.
  private static final Pattern ID = Pattern.compile("(?i)(?:^|_)id$|Id$");

  private static final Pattern WORD = Pattern.compile("[\\w.:+-]{2,60}");
  private static final Pattern NAMED = Pattern.compile("[A-Za-z][\\w-]{1,30}");

  private final Clues clues;
  private final Vocabulary vocabulary;
  private final Fitness fitness;
  private @Nullable Set<String> words;

  Oddities(Clues clues) {
    this.clues = clues;
    this.vocabulary = clues.vocabulary();
    this.fitness = new Fitness(clues.wanted());
  }

  /// @param field path in the body
  /// @param found what stands there, in a word of ours
  /// @param weight how much speaks for it
  record Oddity(String field, String found, double weight) {}

  /// What stands at the places of a body; every element of a list is at one place.
  ///
  /// @param places all of them, element by element
  /// @param words what stands there, in words of ours, each as often as it does
  /// @param texts that stand there
  record Outline(
      List<At> places, Map<String, List<String>> words, Map<String, List<String>> texts) {
    static Outline of(JsonNode body) {
      List<At> places = walked(body);
      Map<String, List<String>> words = new HashMap<>();
      Map<String, List<String>> texts = new HashMap<>();
      for (At at : places) {
        words.computeIfAbsent(at.place(), _ -> new ArrayList<>()).add(Fitness.word(at.node()));
        if (at.node().isString()) {
          texts.computeIfAbsent(at.place(), _ -> new ArrayList<>()).add(at.node().asString());
        }
      }
      return new Outline(places, words, texts);
    }

    /// Whether something in the body has a name.
    private boolean has(String name) {
      return words.keySet().stream().anyMatch(each -> each.endsWith("." + name));
    }

    /// The properties of the body itself.
    List<String> names() {
      return words.keySet().stream()
          .filter(each -> each.matches("\\$\\.[^.\\[]+"))
          .map(each -> each.substring(2))
          .toList();
    }

    private List<String> at(String place) {
      return words.getOrDefault(place, List.of());
    }
  }

  /// @param place its path with every element of a list at one place
  record At(JsonNode node, String path, String place, @Nullable String key, boolean listed) {}

  private static List<At> walked(JsonNode body) {
    List<At> places = new ArrayList<>();
    gather(new At(body, "$", "$", null, false), 0, places);
    return places;
  }

  private static void gather(At at, int depth, List<At> places) {
    places.add(at);
    if (depth > DEEPEST || places.size() > MOST_NODES) {
      return;
    }
    if (at.node().isArray()) {
      for (int index = 0; index < Math.min(MOST_ELEMENTS, at.node().size()); index++) {
        String path = at.path() + "[" + index + "]";
        At element = new At(at.node().path(index), path, at.place() + "[]", at.key(), true);
        gather(element, depth + 1, places);
      }
    } else {
      for (Map.Entry<String, JsonNode> each : at.node().properties()) {
        String step = "." + each.getKey();
        At child =
            new At(each.getValue(), at.path() + step, at.place() + step, each.getKey(), false);
        gather(child, depth + 1, places);
      }
    }
  }

  /// @param own outline of the body
  /// @param earlier outlines of what the same endpoint answered before
  List<Oddity> of(Outline own, List<Outline> earlier) {
    List<Oddity> found = new ArrayList<>();
    Compared compared = new Compared(own, earlier);
    for (At at : own.places()) {
      value(at, compared, found);
      if (at.node().isString()) {
        text(at, compared, found);
      } else if (at.node().isObject()) {
        lacking(at, compared, found);
      } else if (at.node().isArray()) {
        list(at, compared, found);
      }
    }
    return found;
  }

  private record Compared(Outline own, List<Outline> earlier) {
    /// Whether others at the same place, or before, are different.
    double contrast(At at) {
      String word = Fitness.word(at.node());
      List<String> beside = own.at(at.place());
      long same = beside.stream().filter(word::equals).count();
      boolean list = at.node().isArray();
      boolean among = at.place().contains("[]") && !list && same > 0 && same < beside.size();
      boolean changed =
          earlier.stream()
              .map(each -> each.at(at.place()))
              .anyMatch(words -> !words.isEmpty() && !words.contains(word));
      return among || changed ? CONTRAST : 0;
    }

    boolean isThing(String place) {
      return own.at(place).contains(THING)
          || earlier.stream().anyMatch(each -> each.at(place).contains(THING));
    }

    boolean knows(String place) {
      return own.words().containsKey(place)
          || earlier.stream().anyMatch(each -> each.words().containsKey(place));
    }

    List<String> texts(String place) {
      List<String> texts = new ArrayList<>(own.texts().getOrDefault(place, List.of()));
      earlier.forEach(each -> texts.addAll(each.texts().getOrDefault(place, List.of())));
      return texts;
    }
  }

  private void value(At at, Compared compared, List<Oddity> found) {
    double fit = fitness.of(at.node());
    if (fit > 0) {
      double near = near(at.key()) * (at.listed() ? IN_LIST : 1);
      double others =
          compared.contrast(at) + (at.node().isNull() ? inside(at.place(), compared) : 0);
      found.add(oddity(at.path(), at.node(), fit * FIT + near + others));
    }
  }

  /// Others at the same place have what is read of the bad value, or they are things without it.
  private double inside(String place, Compared compared) {
    if (vocabulary.inside().stream().anyMatch(name -> compared.knows(place + "." + name))) {
      return INSIDE;
    }
    return !vocabulary.inside().isEmpty() && compared.isThing(place) ? -INSIDE : 0;
  }

  /// A word that the program does not know, where it knows the others; and what a message quotes.
  private void text(At at, Compared compared, List<Oddity> found) {
    String text = at.node().asString();
    if (at.key() == null || !WORD.matcher(text).matches()) {
      return;
    }
    Wanted wanted = clues.wanted();
    boolean looked = wanted.isNothing() && vocabulary.picks() || wanted == Wanted.anything;
    if (looked && !ID.matcher(at.key()).find() && !knows(text) && NAMED.matcher(text).matches()) {
      List<String> others = compared.texts(at.place());
      long unknown = others.stream().filter(each -> !knows(each)).count();
      if (unknown < others.size() && unknown <= Math.max(1, others.size() / 2)) {
        found.add(oddity(at.path(), at.node(), UNKNOWN_WORD + near(at.key())));
      } else if (others.size() <= 1) {
        found.add(oddity(at.path(), at.node(), ONLY_UNKNOWN + near(at.key())));
      }
    }
    if (wanted == Wanted.anything && clues.quoted().contains(text)) {
      found.add(oddity(at.path(), at.node(), QUOTED + near(at.key())));
    }
  }

  /// Whether the program has a word.
  private boolean knows(String word) {
    Set<String> known = words == null ? clues.words() : words;
    words = known;
    return known.contains(word);
  }

  /// Names that are read and that an object lacks, or that it had before.
  private void lacking(At at, Compared compared, List<Oddity> found) {
    if (fitness.ofMissing() <= 1) {
      return;
    }
    Set<String> have = new HashSet<>();
    at.node().properties().forEach(each -> have.add(Vocabulary.plain(each.getKey())));
    double kin = Math.min(MOST_KIN, have.stream().filter(this::isKin).count());
    double beside = Math.min(MOST_KIN, have.stream().filter(vocabulary.beside()::contains).count());
    String own = at.key() == null ? "" : Vocabulary.plain(at.key());
    for (String name : vocabulary.read()) {
      String plain = Vocabulary.plain(name);
      if (!have.contains(plain) && !own.equals(plain) && !compared.own().has(name)) {
        boolean owned = vocabulary.owners().contains(own) && vocabulary.last().contains(plain);
        boolean around = vocabulary.owners().stream().anyMatch(have::contains);
        double weight =
            fitness.ofMissing() * FIT
                + KIN * kin
                + BESIDE * beside
                - LACKS * (kin + beside > 0 || owned ? 1 : 2)
                + (owned ? OWNER : around ? -OWNER : 0)
                + near(name);
        found.add(new Oddity(at.path() + "." + name, "missing", weight));
      }
    }
    compared.earlier().stream()
        .filter(each -> each.words().containsKey(at.place()))
        .findFirst()
        .ifPresent(each -> gone(at, each, compared, found));
  }

  private void gone(At at, Outline before, Compared compared, List<Oddity> found) {
    String prefix = at.place() + ".";
    for (String place : before.words().keySet()) {
      String name = place.startsWith(prefix) ? place.substring(prefix.length()) : "";
      if (!name.isEmpty() && !name.contains(".") && !name.contains("[") && !at.node().has(name)) {
        double weight = fitness.ofMissing() * FIT + CONTRAST + near(name) + inside(place, compared);
        found.add(new Oddity(at.path() + "." + name, "missing", weight));
      }
    }
  }

  private boolean isKin(String plain) {
    return !EVERYWHERE.contains(plain)
        && (vocabulary.function().contains(plain) || vocabulary.chain().contains(plain));
  }

  /// Elements that lack what others beside them have, and lists of which an element is read.
  private void list(At at, Compared compared, List<Oddity> found) {
    if (fitness.ofMissing() <= 1) {
      return;
    }
    if (at.node().isEmpty() && vocabulary.picks()) {
      double weight = 2 * FIT + near(at.key()) + compared.contrast(at);
      found.add(new Oddity(at.path() + "[0]", "missing", weight));
    }
    Map<String, Integer> names = new HashMap<>();
    int objects = 0;
    for (JsonNode each : at.node()) {
      objects += each.isObject() ? 1 : 0;
      each.properties().forEach(property -> names.merge(property.getKey(), 1, Integer::sum));
    }
    double often = Math.max(1, objects * .4);
    for (int index = 0; index < Math.min(MOST_ELEMENTS, at.node().size()); index++) {
      JsonNode element = at.node().path(index);
      for (Map.Entry<String, Integer> name : names.entrySet()) {
        if (element.isObject() && !element.has(name.getKey()) && name.getValue() >= often) {
          double weight =
              fitness.ofMissing() * FIT
                  + CONTRAST
                  + near(name.getKey())
                  + inside(at.place() + "[]." + name.getKey(), compared);
          found.add(new Oddity(at.path() + "[" + index + "]." + name.getKey(), "missing", weight));
        }
      }
    }
  }

  private static Oddity oddity(String path, JsonNode node, double weight) {
    return new Oddity(path, Shape.word(node), weight);
  }

  private double near(@Nullable String name) {
    Vocabulary.Nearness nearness = name == null ? null : vocabulary.nearness(name);
    return nearness == null
        ? 0
        : switch (nearness) {
          case value -> 3;
          case chain -> 1.5;
          case function -> 1.2;
          case callers -> .84;
          case files -> .5;
        };
  }

  /// How well a value explains what was complained of, from 0 to 3.
  private record Fitness(Wanted wanted) {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /// What engines read as a date.
    private static final Pattern DATE =
        Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}.*)?");

    /// Numbers as dates and times have them.
    private static final Pattern PARTS = Pattern.compile("\\d[.:/-]\\d|\\d\\s*[a-zA-Z]");

    double of(JsonNode node) {
      return switch (wanted) {
        case undefined -> node.isNull() ? 1.5 : 0;
        case nothing, missing -> node.isNull() ? 3 : 0;
        case emptyList -> node.isArray() && node.isEmpty() ? 3 : 0;
        case noList ->
            node.isObject() ? 3 : node.isString() || node.isNumber() || node.isNull() ? 1.5 : 0;
        case noText -> node.isNumber() || node.isContainer() ? 3 : 0;
        case noNumber ->
            node.isString()
                ? DIGIT.matcher(node.asString()).find() ? 3 : .5
                : node.isContainer() ? 1 : 0;
        case noIterable -> node.isNull() || node.isObject() || node.isNumber() ? 3 : 0;
        case noDate -> node.isString() ? ofDate(node.asString()) : node.isNull() ? 1.5 : 0;
        case noJson, noFunction, falsy, truthy, anything -> 0;
      };
    }

    double ofMissing() {
      return switch (wanted) {
        case undefined, missing, noIterable -> 3;
        case noDate -> 2;
        case nothing -> .5;
        case emptyList, noList, noText, noNumber, noJson, noFunction, falsy, truthy, anything -> 0;
      };
    }

    private static double ofDate(String text) {
      return DATE.matcher(text).matches() ? 0 : PARTS.matcher(text).find() ? 3 : 1;
    }

    static String word(JsonNode node) {
      return node.isArray() ? node.isEmpty() ? "no elements" : "elements" : Shape.word(node);
    }
  }
}
