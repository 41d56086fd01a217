package clin087.reading;

import clin087.reading.Node.Entry;
import clin087.reading.Node.Mapping;
import clin087.reading.Node.Scalar;
import clin087.reading.Node.Sequence;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes without their places, in the form in which the program carries its own policy. Reading
 * YAML, or even JSON, would cost every start of the program more than the decision itself.
 */
final class PackedNodes {
  private static final byte SCALAR = 's';
  private static final byte SEQUENCE = 'l';
  private static final byte MAPPING = 'm';

  private PackedNodes() {}

  static void write(Node node, DataOutput out) throws IOException {
    if (node instanceof Scalar scalar) {
      byte[] text = scalar.text().getBytes(StandardCharsets.UTF_8);
      begin(SCALAR, text.length, out);
      out.write(text);
    } else if (node instanceof Sequence sequence) {
      begin(SEQUENCE, sequence.items().size(), out);
      for (Node item : sequence.items()) {
        write(item, out);
      }
    } else if (node instanceof Mapping mapping) {
      begin(MAPPING, mapping.entries().size(), out);
      for (Entry entry : mapping.entries()) {
        write(entry.key(), out);
        write(entry.value(), out);
      }
    }
  }

  private static void begin(byte kind, int size, DataOutput out) throws IOException {
    out.writeByte(kind);
    out.writeInt(size);
  }

  /** Reads what {@link #write} has written. */
  static Node read(DataInput in) throws IOException {
    byte kind = in.readByte();
    int size = in.readInt();
    if (kind == SCALAR) {
      byte[] text = new byte[size];
      in.readFully(text);
      return new Scalar(new String(text, StandardCharsets.UTF_8), Position.START);
    }
    if (kind == SEQUENCE) {
      List<Node> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(read(in));
      }
      return new Sequence(items, Position.START);
    }
    List<Entry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Scalar key = (Scalar) read(in);
      entries.add(new Entry(key, read(in)));
    }
    return new Mapping(entries, Position.START);
  }
}
