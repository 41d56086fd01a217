package clin087.yaml;

import clin087.policy.Place;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts without quotes that YAML cuts at " #" before a word, as in "Offer the service #1
 * first": YAML reads the rest as a remark, but the author probably meant it as text.
 */
public final class CutTexts {
  private final List<String> lines;
  private final List<Place> found = new ArrayList<>();

  private CutTexts(byte[] yaml) {
    this.lines = new String(yaml, StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * The places at which texts are cut.
   *
   * @param files the bytes of each file by its name
   */
  public static List<Place> of(Map<String, byte[]> files) {
    List<Place> found = new ArrayList<>();
    files.forEach(
        (name, yaml) -> {
          CutTexts file = new CutTexts(yaml);
          if (file.hasRemarks()) {
            file.search(YamlFile.read(name, yaml, new Problems()));
          }
          found.addAll(file.found);
        });
    return found;
  }

  /**
   * Whether a remark follows anything on its line; this look is quicker than reading the file
   * again.
   */
  private boolean hasRemarks() {
    for (String line : lines) {
      if (line.indexOf(" #") >= 0 && line.stripLeading().charAt(0) != '#') {
        return true;
      }
    }
    return false;
  }

  private void search(@Nullable Node node) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        search(entry.value());
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::search);
    } else if (node instanceof Scalar scalar && scalar.at().line() <= lines.size()) {
      search(scalar, lines.get(scalar.at().line() - 1));
    }
  }

  private void search(Scalar scalar, String line) {
    int length = line.codePointCount(0, line.length());
    int from = line.offsetByCodePoints(0, Math.min(scalar.at().column() - 1, length));
    int end = from + scalar.text().length();
    if (scalar.text().isEmpty() || !line.startsWith(scalar.text(), from)) {
      return;
    }
    int mark = end;
    while (line.startsWith(" ", mark)) {
      mark++;
    }
    boolean word = mark + 1 < line.length() && " \t#-=".indexOf(line.charAt(mark + 1)) < 0;
    if (mark > end && line.startsWith("#", mark) && word) {
      found.add(scalar.at().right(line.codePointCount(from, mark)));
    }
  }
}
