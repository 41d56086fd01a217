package clin087.policy;

/**
 * A fact given a value.
 *
 * @param fact the {@linkplain Fact#index() index} of the fact
 * @param value the {@linkplain Fact value's code}
 */
public record Setting(int fact, long value) {}
