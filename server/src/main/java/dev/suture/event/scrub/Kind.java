package dev.suture.event.scrub;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What is looked for in a text.
public enum Kind {
  creditCard("credit card"),
  iban("IBAN"),
  ssn("social security number"),
  email("e-mail address"),
  ip("IP address"),
  privateKey("private key"),
  urlLogin("login in a URL"),
  bearer("access token"),
  secret("secret"),
  userPath("user name in a path"),
  mac("MAC address"),
  imei("IMEI"),
  uuid("UUID");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /// What a reader sees in its place.
  public String words() {
    return words;
  }

  /// What every project's rules begin with.
  public static Set<Kind> defaults() {
    return EnumSet.complementOf(EnumSet.of(imei, uuid));
  }

  public static Optional<Kind> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
