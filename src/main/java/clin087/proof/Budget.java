package clin087.proof;

import java.time.Duration;

/** Limits the work of proofs, so that the program can say what it could not prove in time. */
public final class Budget {
  /** How many steps there are between two looks at the clock. */
  private static final int BETWEEN_LOOKS = 1 << 8;

  private final long stepsForEach;
  private final long end;
  private long deadline;
  private long steps;

  /**
   * A budget whose time begins now.
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

  /** A budget of steps for each question, however long they take. */
  public static Budget ofSteps(long stepsForEach) {
    return new Budget(stepsForEach);
  }

  /** A budget without limits. */
  static Budget unlimited() {
    return new Budget(Long.MAX_VALUE);
  }

  /**
   * Limits what comes next to a part of the remaining time.
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

  /** How many steps have been taken for the present question. */
  long steps() {
    return steps;
  }

  /**
   * Takes a step.
   *
   * @throws Spent if none is left
   */
  public void spend() {
    steps++;
    if (steps > stepsForEach || (steps % BETWEEN_LOOKS == 1 && System.nanoTime() - deadline > 0)) {
      throw new Spent();
    }
  }

  /** Thrown when a question can be neither proved nor refuted within the budget. */
  public static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Leaves a question open. */
    public Spent() {
      super("not proved within the budget", null, false, false);
    }
  }
}
