package dev.suture.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A JSON object of a sender who may have put anything anywhere: a field of the wrong type is as
/// good as absent, a text is cut at its limit.
public record Fields(@Nullable Value node) {
  public static final int NAME = 200;
  public static final int TEXT = 8 * 1024;

  private @Nullable Value get(String name) {
    return node != null && node.isObject() ? node.get(name) : null;
  }

  public Fields object(String name) {
    return new Fields(get(name));
  }

  public boolean isPresent() {
    return node != null && node.isObject() && !node.isEmpty();
  }

  /// Text; numbers and booleans as text; null for anything else and for blank.
  public @Nullable String text(String name, int most) {
    return scalar(get(name), most);
  }

  public String text(String name, int most, String otherwise) {
    String text = text(name, most);
    return text == null ? otherwise : text;
  }

  /// A text, or a container as JSON; null when there is none, or when it takes more characters.
  public @Nullable String whole(String name, int most) {
    Value value = get(name);
    String whole = value == null ? null : value.whole(most);
    return whole == null || whole.isEmpty() ? null : whole;
  }

  public static @Nullable String scalar(@Nullable Value value, int most) {
    String text = value == null ? null : value.text(most);
    return text == null || text.isBlank() ? null : cut(text, most);
  }

  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /// A number of lines or columns; 0 when there is none.
  public int count(String name) {
    Value value = get(name);
    if (value == null) {
      return 0;
    }
    double number = value.isNumber() ? value.doubleValue() : numeric(value);
    return number >= 1 && number <= Integer.MAX_VALUE ? (int) number : 0;
  }

  private static double numeric(Value value) {
    String text = scalar(value, 12);
    return text != null && text.matches("[0-9]{1,10}") ? Double.parseDouble(text) : 0;
  }

  public @Nullable Boolean flag(String name) {
    Value value = get(name);
    return value != null && value.isBoolean() ? value.booleanValue() : null;
  }

  public @Nullable Value value(String name) {
    return get(name);
  }

  /// The objects in a list, or in the list `values` of an object as some SDKs wrap it.
  public List<Fields> objects(String name) {
    Value value = get(name);
    if (value != null && value.isObject() && value.has("values")) {
      value = value.get("values");
    }
    if (value != null && value.isObject() && !value.isEmpty()) {
      return List.of(new Fields(value));
    }
    return value == null ? List.of() : value.objects();
  }

  /// The names of an object's fields, as the sender ordered them.
  public List<String> names(int most) {
    if (node == null || !node.isObject()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    node.fields(
        (name, _) -> {
          if (names.size() < most) {
            names.add(cut(name, NAME));
          }
        });
    return names;
  }

  public List<String> texts(String name, int most, int longest) {
    Value value = get(name);
    return value == null ? List.of() : value.texts(most, longest);
  }

  /// A map, or a list of pairs as older SDKs write it. Values that are no scalars are left out.
  public SortedMap<String, String> pairs(String name, int most) {
    SortedMap<String, String> pairs = new TreeMap<>();
    Value value = get(name);
    if (value != null && value.isObject()) {
      value.fields((key, one) -> put(pairs, key, one, most));
    } else if (value != null && value.isArray()) {
      for (Value pair : value) {
        Iterator<Value> both = pair.iterator();
        String key = pair.size() == 2 ? scalar(both.next(), NAME) : null;
        if (key != null) {
          put(pairs, key, both.next(), most);
        }
      }
    }
    return pairs;
  }

  private static void put(
      SortedMap<String, String> pairs, String key, @Nullable Value value, int most) {
    Value single =
        value != null && value.isArray() && value.size() == 1 ? value.iterator().next() : value;
    String text = scalar(single, 1024);
    if (text != null && !key.isBlank() && pairs.size() < most) {
      pairs.put(cut(key, NAME), text);
    }
  }
}
