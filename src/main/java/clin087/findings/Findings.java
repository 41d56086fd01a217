package clin087.findings;

import clin087.lint.Finding;
import clin087.lint.Severity;
import clin087.policy.Place;
import clin087.policy.Places;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.problem.Excerpt;
import clin087.problem.Problem;
import clin087.proof.NamedExample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The problems and findings about a policy file.
 *
 * @param name the file, as messages show it
 * @param policy null if the file could not be read far enough
 * @param asOf the date of the check
 * @param lines the most serious first, then in the order of the file
 */
public record Findings(String name, @Nullable Policy policy, LocalDate asOf, List<Line> lines) {
  public Findings {
    lines = List.copyOf(lines);
  }

  /**
   * A problem or a finding, with its place.
   *
   * @param excerpt the line of the file with a caret below the place; empty if there is nothing to
   *     show
   */
  public record Line(
      String code,
      Severity severity,
      Place at,
      String message,
      List<String> excerpt,
      List<NamedExample> examples) {
    public Line {
      excerpt = List.copyOf(excerpt);
      examples = List.copyOf(examples);
    }
  }

  /** Combines the problems of reading with the findings of checks. */
  public static Findings of(String name, PolicyFile file, LocalDate asOf, List<Finding> findings) {
    Places places = file.places();
    Excerpt excerpt = new Excerpt(file.isValid() ? Map.of() : file.files());
    List<Line> lines = new ArrayList<>();
    for (Problem problem : file.problems()) {
      Place at = new Place(problem.file(), problem.line(), problem.column());
      lines.add(
          new Line(
              problem.code(),
              Severity.ERROR,
              at,
              problem.message(),
              excerpt.of(problem),
              List.of()));
    }
    for (Finding finding : findings) {
      Place at =
          finding.piece() instanceof Place place
              ? place
              : places.of(finding.piece(), finding.key());
      lines.add(
          new Line(
              finding.code(),
              finding.severity(),
              at,
              finding.message(),
              List.of(),
              finding.examples()));
    }
    lines.sort(
        Comparator.comparing(Line::severity)
            .thenComparing(line -> line.at().file())
            .thenComparingInt(line -> line.at().line())
            .thenComparingInt(line -> line.at().column()));
    return new Findings(name, file.policy(), asOf, lines);
  }

  /** How many findings there are of a severity. */
  public int count(Severity severity) {
    int count = 0;
    for (Line line : lines) {
      count += line.severity() == severity ? 1 : 0;
    }
    return count;
  }

  /** The findings of a severity. */
  List<Line> of(Severity severity) {
    List<Line> some = new ArrayList<>();
    for (Line line : lines) {
      if (line.severity() == severity) {
        some.add(line);
      }
    }
    return some;
  }

  /** Every example, in the order of the findings. */
  public List<NamedExample> examples() {
    List<NamedExample> examples = new ArrayList<>();
    lines.forEach(line -> examples.addAll(line.examples()));
    return examples;
  }
}
