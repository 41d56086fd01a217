package clin087.policy;

/** A value that a fact may take, and what it means. */
public record Choice(String value, String label) {}
