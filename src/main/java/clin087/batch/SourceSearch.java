package clin087.batch;

import clin087.referral.Sources;
import java.io.IOException;
import java.util.List;

/** The search for sources, as far as those who visit them can fail. */
public final class SourceSearch {
  private SourceSearch() {}

  /** Carries a failure of a visitor through the search. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    public Stopped(Failure failure) {
      super(null, null, false, false);
      this.failure = failure;
    }
  }

  /**
   * Shows a visitor every source of the paths, in order.
   *
   * @throws Failure the one that the visitor has {@link Stopped} with
   */
  public static void visit(Environment environment, List<String> paths, Sources.Visitor visitor)
      throws Failure {
    try {
      Sources sources = new Sources(environment.workingFolder());
      for (String path : paths) {
        sources.visit(path, visitor);
      }
    } catch (Stopped stopped) {
      throw stopped.failure;
    } catch (IOException e) {
      throw new IllegalStateException("every source reports its own errors", e);
    }
  }
}
