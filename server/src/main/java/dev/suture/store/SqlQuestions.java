package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.ship.Question;
import dev.suture.ship.QuestionStore;
import java.util.List;

/// Questions of forges in SQL: the record as JSON, beside it what is searched by.
public final class SqlQuestions implements QuestionStore {
  private final Database database;

  public SqlQuestions(Database database) {
    this.database = database;
  }

  @Override
  public void add(Question question) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO rollout_question (project, source, source_key, open, body)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (project, source, source_key) DO NOTHING\
                """,
                question.project(),
                question.source(),
                question.key(),
                question.state().open(),
                Json.MAPPER.writeValueAsString(question)));
  }

  @Override
  public void put(Question question) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE rollout_question SET open = ?, body = ? WHERE id = ?",
                question.state().open(),
                Json.MAPPER.writeValueAsString(question),
                question.id()));
  }

  @Override
  public List<Question> open() {
    return database.read(
        handle ->
            handle
                .select("SELECT id, body FROM rollout_question WHERE open = ? ORDER BY id", true)
                .map((row, _) -> question(row.getLong(1), row.getString(2)))
                .list());
  }

  @Override
  public List<Question> of(String project, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT id, body FROM rollout_question WHERE project = ?"
                        + " ORDER BY id DESC LIMIT ?",
                    project,
                    limit)
                .map((row, _) -> question(row.getLong(1), row.getString(2)))
                .list());
  }

  private static Question question(long id, String body) {
    Question read = Json.MAPPER.readValue(body, Question.class);
    return new Question(
        id,
        read.project(),
        read.source(),
        read.key(),
        read.environment(),
        read.commit(),
        read.place(),
        read.asked(),
        read.state());
  }
}
