package clin087.analysis;

/**
 * An example beside what it shows.
 *
 * @param name what it shows, in lower case and hyphens
 */
public record NamedExample(String name, Example referral) {}
