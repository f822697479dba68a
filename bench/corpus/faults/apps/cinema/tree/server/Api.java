import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers of the API, each with its status. */
final class Api {
  record Answer(int status, Object body) {}

  /** Showings that are sold at the counter only. */
  private static final Set<String> CLOSED = Set.of("s4");

  private int visitors = 31;
  private int orders = 7180;

  Answer programme(String day) {
    List<Object> films = new ArrayList<>();
    for (Programme.Film film : Programme.FILMS) {
      List<Object> showings = showings(film.id(), day);
      if (showings.isEmpty()) continue;
      films.add(Json.object("id", film.id(), "title", film.title(), "minutes", film.minutes(), "showings", showings));
    }
    return new Answer(200, Json.object("day", day, "films", films));
  }

  private static List<Object> showings(String film, String day) {
    List<Object> found = new ArrayList<>();
    for (Programme.Showing showing : Programme.SHOWINGS) {
      if (!showing.film().equals(film) || !showing.day().equals(day)) continue;
      found.add(Json.object("id", showing.id(), "time", showing.time(), "screen", showing.screen()));
    }
    return found;
  }

  Answer film(String id) {
    Programme.Film film = Programme.film(id);
    if (film == null) return error(404, "There is no such film");
    Object trailer = film.trailer() == null ? null : film.trailer().json();
    return new Answer(
        200,
        Json.object("id", id, "title", film.title(), "director", film.director(), "cast", film.cast(), "minutes", film.minutes(), "trailer", trailer));
  }

  Answer showing(String id) {
    Programme.Showing showing = Programme.showing(id);
    if (showing == null) return error(404, "There is no such showing");
    List<Object> rows = new ArrayList<>();
    char label = 'A';
    for (List<Programme.Seat> row : Programme.seats(id)) {
      List<Object> seats = new ArrayList<>();
      for (Programme.Seat seat : row) seats.add(seat(seat));
      rows.add(Json.object("label", String.valueOf(label++), "seats", seats));
    }
    Map<String, Object> prices = Json.object("standard", Json.object("amount", 9.5), "loge", Json.object("amount", 12));
    String title = Programme.film(showing.film()).title();
    return new Answer(
        200,
        Json.object("id", id, "title", title, "time", showing.time(), "screen", showing.screen(), "prices", prices, "rows", rows));
  }

  private static Map<String, Object> seat(Programme.Seat seat) {
    Map<String, Object> json = Json.object("no", seat.no(), "state", seat.state());
    if (seat.kind() != null) json.put("kind", seat.kind());
    return json;
  }

  Answer hold(String id) {
    if (CLOSED.contains(id)) return error(409, "This showing is sold at the counter");
    return new Answer(201, Json.object("hold", Json.object("id", "h-" + id, "minutes", 15)));
  }

  Answer voucher(String request) {
    String code = Json.text(request, "code");
    if (!code.equals("AUTUMN")) return error(404, "This voucher is not known");
    return new Answer(200, Json.object("code", code, "discount", Json.object("label", "Autumn", "value", 2.5)));
  }

  Answer order() {
    String number = "C-" + ++orders;
    return new Answer(201, Json.object("order", Json.object("number", number, "pickup", Json.object("counter", 2))));
  }

  Answer member() {
    return new Answer(200, Json.object("name", "Robin", "points", 340, "tier", Json.object("name", "Silver", "next", 500)));
  }

  Answer visitors() {
    visitors = 30 + (visitors + 3) % 12;
    return new Answer(200, Json.object("online", visitors));
  }

  static Answer error(int status, String message) {
    return new Answer(status, Json.object("message", message));
  }
}
