package clin087.bench;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads every value of an NDJSON file and does nothing with it: what reading costs at least. */
final class Walk {
  private Walk() {}

  /**
   * Walks.
   *
   * @param args the file, and how many threads share it, each with lines of its own
   */
  public static void main(String[] args) throws IOException {
    List<Long> starts = starts(args[0], Integer.parseInt(args[1]));
    long length =
        IntStream.range(0, starts.size() - 1)
            .parallel()
            .mapToLong(i -> walk(args[0], starts.get(i), starts.get(i + 1)))
            .sum();
    System.out.println(length);
  }

  /** Where the part of each thread begins, at the beginning of a line, and the end of the last. */
  private static List<Long> starts(String path, int threads) throws IOException {
    List<Long> starts = new ArrayList<>();
    try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
      for (int i = 0; i < threads; i++) {
        file.seek(file.length() / threads * i);
        starts.add(i == 0 ? 0 : file.getFilePointer() + file.readLine().length() + 1);
      }
      starts.add(file.length());
    }
    return starts;
  }

  private static long walk(String path, long from, long to) {
    try (InputStream in = new Part(path, from, to);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      return length(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all tokens; the length of all names and texts, so that each of them is made. */
  static long length(JsonParser parser) {
    long length = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.PROPERTY_NAME) {
        length += parser.currentName().length();
      } else if (token == JsonToken.VALUE_STRING) {
        length += parser.getString().length();
      }
    }
    return length;
  }

  /** The bytes of a file from one place to another. */
  private static final class Part extends FileInputStream {
    private long left;

    Part(String path, long from, long to) throws IOException {
      super(path);
      skipNBytes(from);
      left = to - from;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int read = left == 0 ? -1 : super.read(bytes, offset, (int) Math.min(count, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
