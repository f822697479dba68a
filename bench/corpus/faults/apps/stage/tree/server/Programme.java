import java.util.List;
import java.util.Map;

/** What is on, who has bought what. */
final class Programme {
  private Programme() {}

  record Show(String id, String title, String director, String startsAt, Map<String, Integer> prices) {}

  record Seat(String row, int number, String state) {}

  record Order(String number, String show, List<String> seats, int total) {}

  static final List<Show> SHOWS =
      List.of(
          new Show("s1", "The Tempest", "Ostrow", "2026-12-03T19:30", Map.of("A", 32, "B", 26, "C", 18)),
          new Show("s2", "Uncle Vanya", "Beaumont", "2026-12-05T20:00", Map.of("A", 30, "B", 24)),
          new Show("s3", "Endgame", "Ostrow", "2026-12-09T19:00", Map.of("A", 28, "B", 22)));

  static final Map<String, List<Seat>> SEATS =
      Map.of(
          "s1", List.of(new Seat("A", 1, "free"), new Seat("A", 2, "sold"), new Seat("B", 1, "free"), new Seat("C", 1, "free")),
          "s2", List.of(new Seat("A", 1, "free"), new Seat("A", 2, "held"), new Seat("B", 12, "free")),
          "s3", List.of(new Seat("A", 1, "sold"), new Seat("B", 1, "free")));

  static final List<Order> ORDERS =
      List.of(
          new Order("T-104", "Endgame", List.of("A1"), 28),
          new Order("T-103", "The Tempest", List.of("A2", "B4"), 58),
          new Order("T-102", "Uncle Vanya", List.of("A7", "A8"), 60),
          new Order("T-101", "The Tempest", List.of("C3"), 18));

  static final Map<String, Integer> COUPONS = Map.of("FRIENDS", 10, "STUDENT", 40);
}
