package clin087.policy;

/** An allowed value of a fact, and its label. */
public record Choice(String value, String label) {}
