package dev.suture.carry;

import dev.suture.carry.Workbench.Piece.Disputed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// How the same conflict was resolved before. A project has its own.
public interface Resolutions {
  Resolutions NONE =
      new Resolutions() {
        @Override
        public Optional<String> find(Place place) {
          return Optional.empty();
        }

        @Override
        public void keep(Place place, String text) {}
      };

  /// @param project slug
  /// @param key of the three texts
  record Place(String project, String key) {
    static Place of(String project, Disputed disputed) {
      return new Place(project, Resolutions.key(disputed));
    }
  }

  Optional<String> find(Place place);

  void keep(Place place, String text);

  /// The same for the same three texts.
  static String key(Disputed disputed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String side : new String[] {disputed.ours(), disputed.base(), disputed.theirs()}) {
        digest.update(side.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
