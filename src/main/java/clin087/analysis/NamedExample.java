package clin087.analysis;

/**
 * An example beside what it shows.
 *
 * @param name what it shows, in letters, digits, dots, hyphens and {@code _}
 */
public record NamedExample(String name, Example referral) {
  public NamedExample {
    // it becomes the name of a file, and a reference without control characters
    name = name.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
