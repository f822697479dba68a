package dev.suture.http;

import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.query.Key;
import dev.suture.issue.query.State;
import java.util.Arrays;
import java.util.List;

/// What a query can be made of: names with a meaning of their own, tags, and their values.
final class TagApi {
  private static final int TAGS = 50;
  private static final int VALUES = 10;

  private final Api.Rooms rooms;

  TagApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/search", TagApi::language),
        Api.operator("GET", "/tags", call -> tags(call, Asked.projects(call, rooms))),
        Api.operator(
            "GET", "/tags/{tag}/values", call -> values(call, Asked.projects(call, rooms))),
        Api.operator("GET", "/projects/{slug}/tags", call -> tags(call, project(call))),
        Api.operator(
            "GET", "/projects/{slug}/tags/{tag}/values", call -> values(call, project(call))));
  }

  private static Answer language(Call call) {
    return Answer.json(
        200,
        new Language(
            Arrays.stream(Key.values()).map(key -> new Word(key.name(), key.meaning())).toList(),
            Arrays.stream(State.values())
                .map(state -> new Word(state.word(), state.meaning()))
                .toList()));
  }

  private List<Long> project(Call call) {
    return List.of(rooms.project(call.param("slug")).id());
  }

  private Answer tags(Call call, List<Long> projects) {
    String prefix = Asked.given(call, "prefix").orElse("");
    int limit = Asked.limit(call, TAGS);
    return Answer.json(200, new Tags(rooms.search().names(projects, prefix, limit)));
  }

  private Answer values(Call call, List<Long> projects) {
    String prefix = Asked.given(call, "prefix").orElse("");
    int limit = Asked.limit(call, VALUES);
    return Answer.json(
        200, new TagValues(rooms.search().values(projects, call.param("tag"), prefix, limit)));
  }

  record Language(List<Word> keys, List<Word> states) {}

  record Word(String name, String meaning) {}

  record Tags(List<IssueSearch.Name> tags) {}

  record TagValues(List<IssueSearch.Value> values) {}
}
