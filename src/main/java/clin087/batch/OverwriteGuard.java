package clin087.batch;

import clin087.referral.Source;
import clin087.referral.Sources;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the outputs of a run from replacing its inputs, or one another. */
public final class OverwriteGuard {
  private final List<Destination> outputs;

  public OverwriteGuard(List<Destination> outputs) {
    this.outputs = List.copyOf(outputs);
  }

  /** A message if two outputs are one file, under whatever names; else null. */
  public @Nullable String twice() {
    for (int i = 0; i < outputs.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (outputs.get(i).isSameAs(outputs.get(j))) {
          String one = outputs.get(j).name();
          String other = outputs.get(i).name();
          return "two outputs go to " + one + (one.equals(other) ? "" : ", which is " + other);
        }
      }
    }
    return null;
  }

  /** A message if an output is this input, under whatever name; else null. */
  public @Nullable String replaces(Path input) {
    for (Destination output : outputs) {
      if (output.replaces(input)) {
        return "the output " + output.name() + " is an input too";
      }
    }
    return null;
  }

  /**
   * A message if an output is one of the referrals, at any depth of a folder; else null. The
   * folders are searched only if an output exists already.
   *
   * @param paths files, folders or {@code -}
   */
  public @Nullable String replacesReferrals(Path workingFolder, List<String> paths) {
    boolean any = false;
    for (Destination output : outputs) {
      any |= output.isThere();
    }
    if (!any) {
      return null;
    }
    Search search = new Search();
    Sources sources = new Sources(workingFolder);
    for (String path : paths) {
      sources.visit(path, search);
    }
    return search.found;
  }

  private final class Search implements Sources.Visitor<RuntimeException> {
    private @Nullable String found;

    @Override
    public void visit(Source source) {
      if (found == null && source.file() != null) {
        found = replaces(source.file());
      }
    }
  }
}
