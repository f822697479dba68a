import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is shown when, and on which seats one sits. */
final class Programme {
  record Trailer(String url, int seconds) {
    Map<String, Object> json() {
      return Json.object("url", url, "seconds", seconds);
    }
  }

  record Film(String id, String title, String director, int minutes, List<String> cast, Trailer trailer) {}

  record Showing(String id, String film, String day, String time, String screen) {}

  record Seat(int no, String state, String kind) {}

  static final List<Film> FILMS =
      List.of(
          new Film("f1", "The Long Harbour", "Elin Brandt", 118, List.of("Mara Voss", "Tom Reyes"), new Trailer("/trailers/f1.mp4", 94)),
          new Film("f2", "Paper Moons", "Idris Cole", 96, List.of("Nia Okoro"), new Trailer("/trailers/f2.mp4", 121)),
          new Film("f3", "Winter Orchard", "Sofia Lund", 132, List.of("Per Aas", "Liv Holm"), new Trailer("/trailers/f3.mp4", 80)));

  static final List<Showing> SHOWINGS =
      List.of(
          new Showing("s1", "f1", "2026-11-28", "17:30", "Great Hall"),
          new Showing("s2", "f1", "2026-11-28", "20:15", "Great Hall"),
          new Showing("s3", "f2", "2026-11-28", "18:00", "Studio"),
          new Showing("s4", "f2", "2026-11-28", "21:00", "Studio"),
          new Showing("s5", "f1", "2026-11-29", "17:30", "Great Hall"),
          new Showing("s6", "f1", "2026-11-29", "20:15", "Great Hall"),
          new Showing("s7", "f3", "2026-11-29", "16:00", "Studio"));

  static List<List<Seat>> seats(String showing) {
    List<List<Seat>> rows = new ArrayList<>();
    rows.add(List.of(new Seat(1, "free", "standard"), new Seat(2, "free", "standard"), new Seat(3, "taken", "standard"), new Seat(4, "free", "standard")));
    rows.add(List.of(new Seat(1, "free", "standard"), new Seat(2, "free", "standard"), new Seat(3, "free", "standard"), new Seat(4, "free", "standard")));
    rows.add(List.of(new Seat(1, "free", "loge"), new Seat(2, "free", "loge"), new Seat(3, "free", "loge"), new Seat(4, "taken", "loge")));
    return rows;
  }

  static Film film(String id) {
    return FILMS.stream().filter(film -> film.id().equals(id)).findFirst().orElse(null);
  }

  static Showing showing(String id) {
    return SHOWINGS.stream().filter(showing -> showing.id().equals(id)).findFirst().orElse(null);
  }
}
