package dev.suture.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A release's name read as a version: semantic, calendar, or any other dotted numbers, with what
/// stands around them. A name that could as well be a commit's hash is none.
///
/// @param unit what is released, as in `shop-web@1.4.2`; empty when the name says none
/// @param numbers most significant first, without zeros at the end
/// @param stage −2 and −1 lie before the release proper, which is 0; 1 comes after it
/// @param marks what orders versions of one stage: `rc`, `2`
/// @param build what stands behind `+`
record Version(String unit, List<Long> numbers, int stage, List<String> marks, String build) {
  private static final int LONGEST = 200;

  /// A number of more digits could be a hash.
  private static final int LONGEST_ALONE = 6;

  private static final Pattern DATE =
      Pattern.compile("(20\\d\\d)-([01]\\d)-([0-3]\\d)(?:[-_.T ](\\d[-_.:\\d]{0,30}))?Z?");
  private static final Pattern COMPACT_DATE =
      Pattern.compile(
          "(20\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?:[-_.T]?(\\d[.\\d]{0,12}))?");
  private static final Pattern PREFIXED =
      Pattern.compile("([A-Za-z][\\w./]{0,60}(?:-[A-Za-z]\\w{0,30}){0,5})[-_/ ]([vV]?\\d.*)");
  private static final Pattern DOTTED =
      Pattern.compile("[vV]?(\\d{1,18}(?:\\.\\d{1,18}){0,7})(.*)");
  private static final Pattern BEHIND = Pattern.compile("-(\\d{1,9})-g[0-9a-f]{4,40}(?:-dirty)?");
  private static final Pattern HASH = Pattern.compile("[-.](?:g|sha)?([0-9a-f]{7,40})");
  private static final Pattern PROPER = Pattern.compile("(?i)[-._](?:release|final|ga)");
  private static final Pattern AFTER =
      Pattern.compile("(?i)[-._]?(?:post|patch|hotfix|sp)[-._]?(\\d{0,18})");
  private static final Pattern UNDER_WORK = Pattern.compile("(?i)[._]?dev[-._]?(\\d{0,18})");
  private static final Pattern BEFORE =
      Pattern.compile("(?i)[._]?(alpha|beta|preview|pre|rc|cr|a|b|c|m)[-._]?(\\d{0,18})");
  private static final Pattern MARKS = Pattern.compile("-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)");
  private static final Pattern LETTERS_OR_DIGITS = Pattern.compile("\\d+|\\D+");

  /// Empty when the name is no version.
  static Optional<Version> parse(String name) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    int at = name.lastIndexOf('@');
    String unit = at > 0 ? name.substring(0, at) : "";
    String text = at > 0 ? name.substring(at + 1) : name;
    Optional<Version> plain = unprefixed(unit, text);
    if (plain.isPresent()) {
      return plain;
    }
    Matcher prefixed = PREFIXED.matcher(text);
    return prefixed.matches()
        ? unprefixed(unit + "/" + prefixed.group(1), prefixed.group(2))
        : Optional.empty();
  }

  private static Optional<Version> unprefixed(String unit, String text) {
    String lower = unit.toLowerCase(Locale.ROOT);
    for (Pattern calendar : List.of(DATE, COMPACT_DATE)) {
      Matcher date = calendar.matcher(text);
      if (date.matches()) {
        List<Long> numbers = new ArrayList<>();
        for (int group = 1; group <= 3; group++) {
          numbers.add(Long.valueOf(date.group(group)));
        }
        numbers.addAll(numbersIn(date.group(4) == null ? "" : date.group(4)));
        return Optional.of(new Version(lower, trimmed(numbers), 0, List.of(), ""));
      }
    }
    int plus = text.indexOf('+');
    Matcher dotted = DOTTED.matcher(plus < 0 ? text : text.substring(0, plus));
    if (!dotted.matches()) {
      return Optional.empty();
    }
    List<Long> numbers = numbersIn(dotted.group(1));
    String rest = dotted.group(2);
    boolean alone = numbers.size() == 1;
    if (alone && (dotted.group(1).length() > LONGEST_ALONE || rest.matches("[0-9A-Za-z].*"))) {
      return Optional.empty();
    }
    String build = plus < 0 ? "" : text.substring(plus + 1);
    return staged(new Version(lower, trimmed(numbers), 0, List.of(), build), rest);
  }

  /// @param rest what stands between the numbers and the build
  private static Optional<Version> staged(Version proper, String rest) {
    if (rest.isEmpty() || PROPER.matcher(rest).matches()) {
      return Optional.of(proper);
    }
    Matcher behind = BEHIND.matcher(rest);
    if (behind.matches()) {
      return Optional.of(proper.at(1, List.of(behind.group(1))));
    }
    Matcher hash = HASH.matcher(rest);
    if (hash.matches() && !hash.group(1).matches("\\d+")) {
      return Optional.of(
          new Version(proper.unit, proper.numbers, 0, List.of(), hash.group(1) + proper.build));
    }
    Matcher after = AFTER.matcher(rest);
    if (after.matches()) {
      return Optional.of(proper.at(1, List.of(counted(after.group(1)))));
    }
    Matcher underWork = UNDER_WORK.matcher(rest);
    if (underWork.matches()) {
      return Optional.of(proper.at(-2, List.of(counted(underWork.group(1)))));
    }
    Matcher before = BEFORE.matcher(rest);
    if (before.matches()) {
      return Optional.of(proper.at(-1, List.of(word(before.group(1)), counted(before.group(2)))));
    }
    Matcher marks = MARKS.matcher(rest);
    if (!marks.matches()) {
      return Optional.empty();
    }
    List<String> found = new ArrayList<>();
    for (String identifier : marks.group(1).toLowerCase(Locale.ROOT).split("\\.")) {
      LETTERS_OR_DIGITS.matcher(identifier).results().forEach(part -> found.add(part.group()));
    }
    return Optional.of(proper.at(-1, found));
  }

  private Version at(int otherStage, List<String> otherMarks) {
    return new Version(unit, numbers, otherStage, List.copyOf(otherMarks), build);
  }

  private static String counted(String digits) {
    return digits.isEmpty() ? "0" : digits;
  }

  private static String word(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "a" -> "alpha";
      case "b" -> "beta";
      case "c", "cr" -> "rc";
      default -> text.toLowerCase(Locale.ROOT);
    };
  }

  private static List<Long> numbersIn(String text) {
    return Arrays.stream(text.split("\\D+"))
        .filter(digits -> !digits.isEmpty())
        .map(digits -> Long.valueOf(digits.substring(0, Math.min(18, digits.length()))))
        .toList();
  }

  private static List<Long> trimmed(List<Long> numbers) {
    int end = numbers.size();
    while (end > 1 && numbers.get(end - 1) == 0) {
      end--;
    }
    return List.copyOf(numbers.subList(0, end));
  }

  /// Negative when this is the earlier one; 0 also where versions alone do not say.
  int order(Version other) {
    int byNumbers = byNumbers(numbers, other.numbers);
    if (byNumbers != 0) {
      return byNumbers;
    }
    if (stage != other.stage) {
      return Integer.compare(stage, other.stage);
    }
    int byMarks = byMarks(marks, other.marks);
    if (byMarks != 0) {
      return byMarks;
    }
    boolean counted = build.matches("[\\d.]{1,40}") && other.build.matches("[\\d.]{1,40}");
    return counted ? byNumbers(numbersIn(build), numbersIn(other.build)) : 0;
  }

  private static int byNumbers(List<Long> one, List<Long> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      long mine = i < one.size() ? one.get(i) : 0;
      long theirs = i < other.size() ? other.get(i) : 0;
      if (mine != theirs) {
        return Long.compare(mine, theirs);
      }
    }
    return 0;
  }

  /// As semantic versions order their identifiers, letters in any case: numbers before words, and
  /// of two that begin alike the longer one is later.
  private static int byMarks(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      String mine = one.get(i);
      String theirs = other.get(i);
      boolean number = Character.isDigit(mine.charAt(0));
      boolean otherNumber = Character.isDigit(theirs.charAt(0));
      int order =
          number && otherNumber
              ? byDigits(mine, theirs)
              : number == otherNumber ? mine.compareTo(theirs) : number ? -1 : 1;
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int byDigits(String one, String other) {
    String mine = one.replaceFirst("^0+(?=.)", "");
    String theirs = other.replaceFirst("^0+(?=.)", "");
    return mine.length() == theirs.length()
        ? mine.compareTo(theirs)
        : Integer.compare(mine.length(), theirs.length());
  }
}
