package clin087.proof;

import java.time.Duration;

/** How much work a proof may take, so that what cannot be proved in time is said to be so. */
public final class Budget {
  /** How many steps pass between two looks at the clock. */
  private static final int BETWEEN_LOOKS = 1 << 8;

  private final long stepsForEach;
  private final long end;
  private long deadline;
  private long steps;

  /**
   * A budget that begins now.
   *
   * @param time for everything together
   * @param stepsForEach for each question
   */
  public Budget(Duration time, long stepsForEach) {
    this.end = System.nanoTime() + time.toNanos();
    this.deadline = end;
    this.stepsForEach = stepsForEach;
  }

  private Budget(long stepsForEach) {
    this.end = System.nanoTime() + Long.MAX_VALUE / 2;
    this.deadline = end;
    this.stepsForEach = stepsForEach;
  }

  /** So many steps for each question, however long they take. */
  public static Budget ofSteps(long stepsForEach) {
    return new Budget(stepsForEach);
  }

  /** As long as it takes. */
  static Budget unlimited() {
    return new Budget(Long.MAX_VALUE);
  }

  /**
   * Leaves what comes next only a part of the time that is left.
   *
   * @param parts 2 for a half of it, 1 for all
   */
  public void share(int parts) {
    long now = System.nanoTime();
    deadline = now + (end - now) / parts;
  }

  /** Whether the time for everything together is over. */
  public boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  /** Begins another question. */
  public void renew() {
    steps = 0;
  }

  /**
   * Takes a step.
   *
   * @throws Spent when none is left
   */
  public void spend() {
    steps++;
    if (steps > stepsForEach || (steps % BETWEEN_LOOKS == 1 && System.nanoTime() - deadline > 0)) {
      throw new Spent();
    }
  }

  /** Says that a question is neither proved nor refuted. */
  public static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A question that is left open. */
    public Spent() {
      super("not proved within the budget", null, false, false);
    }
  }
}
