package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.flow.Choice;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Node;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Step;
import dev.suture.cause.flow.Tracer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Keys of answers that were looked up in an answer and are not there. A key that is nothing is
/// what was bad; of one that is something the map that lacks it is, or what refers into a list.
final class Lookups {
  private final Answers answers;
  private final Blame blame;

  Lookups(Answers answers, Blame blame) {
    this.answers = answers;
    this.blame = blame;
  }

  List<Candidates.Candidate> of(List<Origin> origins, Wanted wanted) {
    List<Candidates.Candidate> found = new ArrayList<>();
    if (!wanted.isNothing()) {
      return found;
    }
    for (Origin origin : origins) {
      if (origin.source() instanceof Origin.Request request
          && !origin.path().isEmpty()
          && looked(origin.path()) instanceof Step.Pick pick) {
        List<Step> before = origin.path().subList(0, origin.path().lastIndexOf(pick));
        of(request, before, pick, found);
      } else if (origin.source() instanceof Origin.Constant constant
          && origin.path().size() == 1
          && origin.path().getFirst() instanceof Step.Pick pick
          && Tracer.isFilled(constant.at())) {
        filled(origins, pick, found);
      }
    }
    return found;
  }

  /// A table that is filled with the elements of an answer.
  private void filled(List<Origin> origins, Step.Pick pick, List<Candidates.Candidate> found) {
    for (Origin origin : origins) {
      if (origin.source() instanceof Origin.Request request
          && !origin.path().isEmpty()
          && origin.path().getLast() instanceof Step.Each) {
        of(request, origin.path().subList(0, origin.path().size() - 1), pick, found);
      }
    }
  }

  /// The lookup that ends a path: by a key, of a list or of entries.
  private static Step.@Nullable Pick looked(List<Step> path) {
    Step last = path.getLast();
    if (last.equals(new Step.Index(1)) && path.size() > 1) {
      last = path.get(path.size() - 2);
    }
    return last instanceof Step.Pick pick && pick.by() != null ? pick : null;
  }

  private void of(
      Origin.Request request, List<Step> before, Step.Pick pick, List<Candidates.Candidate> found) {
    List<Exchange> fitting = answers.fitting(request.asked());
    Node by = pick.by();
    if (fitting.isEmpty() || by == null) {
      return;
    }
    List<Answers.Value> holders = answers.values(fitting.getLast(), request.style(), before);
    Choice choice = Choice.of(by);
    if (holders.isEmpty() || choice.relational()) {
      return;
    }
    Set<String> known = new HashSet<>();
    holders.forEach(each -> known(each.node(), choice, known));
    for (Node other : choice.others()) {
      for (Origin origin : blame.origins(other, pick.context())) {
        if (origin.source() instanceof Origin.Request asked
            && isOther(asked, origin, request, before)) {
          unknown(asked, origin.path(), new Table(request, holders, known), found);
        }
      }
    }
  }

  /// What came from the list itself is in it.
  private static boolean isOther(
      Origin.Request key, Origin origin, Origin.Request list, List<Step> before) {
    return !(key.asked().equals(list.asked())
        && origin.path().size() > before.size()
        && origin.path().subList(0, before.size()).equals(before));
  }

  private static void known(JsonNode holder, Choice choice, Set<String> known) {
    if (holder.isObject()) {
      holder.properties().forEach(each -> known.add(plain(each.getKey())));
    }
    for (JsonNode element : holder) {
      if (choice.own().isEmpty()) {
        scalars(element, known);
      }
      for (List<String> own : choice.own()) {
        JsonNode value = element;
        for (String name : own) {
          value = value.path(name);
        }
        scalars(value, known);
      }
    }
  }

  private static void scalars(JsonNode node, Set<String> known) {
    if (node.isValueNode()) {
      known.add(plain(node.asString("")));
    }
    for (JsonNode each : node) {
      if (each.isValueNode()) {
        known.add(plain(each.asString("")));
      }
    }
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /// Where something was looked up, and what is there.
  private record Table(Origin.Request request, List<Answers.Value> holders, Set<String> known) {}

  private void unknown(
      Origin.Request key, List<Step> path, Table table, List<Candidates.Candidate> found) {
    List<Exchange> fitting = answers.fitting(key.asked());
    for (Exchange exchange : fitting) {
      boolean newest = exchange == fitting.getLast();
      for (Answers.Value value : answers.values(exchange, key.style(), path)) {
        JsonNode node = value.node();
        boolean nothing = node.isMissingNode() || node.isNull();
        if (node.isContainer() || value.made() && !nothing) {
          continue;
        }
        Answers.Value lacking = nothing ? null : lacking(table, node.asString(""));
        if (lacking != null) {
          String field = lacking.field() + "." + node.asString("");
          Shape.Bad bad = new Shape.Bad(field, "missing", Shape.BEFORE);
          found.add(candidate(lacking.exchange(), bad, true, table.request()));
          return;
        }
        if (nothing || !table.known().contains(plain(node.asString("")))) {
          found.add(nothing ? nothing(value, newest, key) : dangling(value, newest, key, table));
          return;
        }
      }
    }
  }

  /// Of several objects that hold values under names the one that lacks a name which others have.
  private static Answers.@Nullable Value lacking(Table table, String name) {
    boolean objects = table.holders().stream().allMatch(each -> each.node().isObject());
    if (!objects || table.holders().stream().noneMatch(each -> each.node().has(name))) {
      return null;
    }
    return table.holders().stream().filter(each -> !each.node().has(name)).findFirst().orElse(null);
  }

  private static Candidates.Candidate nothing(
      Answers.Value key, boolean newest, Origin.Request request) {
    Shape.Bad bad = new Shape.Bad(key.field(), Shape.word(key.node()), Shape.EXACT);
    return candidate(key.exchange(), bad, newest, request);
  }

  private static Candidates.Candidate dangling(
      Answers.Value key, boolean newest, Origin.Request request, Table table) {
    Answers.Value holder = table.holders().getFirst();
    if (table.holders().size() == 1 && holder.node().isObject()) {
      String field = holder.field() + "." + key.node().asString("");
      Shape.Bad bad = new Shape.Bad(field, "missing", Shape.EXACT);
      return candidate(holder.exchange(), bad, true, table.request());
    }
    Shape.Bad bad = new Shape.Bad(key.field(), Shape.word(key.node()), Shape.BEFORE);
    return candidate(key.exchange(), bad, newest, request);
  }

  private static Candidates.Candidate candidate(
      Exchange exchange, Shape.Bad bad, boolean newest, Origin.Request request) {
    boolean exact = request.asked().url() != null;
    Merits merits = new Merits(bad.strength(), exact, newest, false);
    return new Candidates.Candidate(exchange, bad, merits, false, request.asked());
  }
}
