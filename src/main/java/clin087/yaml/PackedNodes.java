package clin087.yaml;

import clin087.policy.Place;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes in the form in which the program carries its own policy. Reading YAML, or even JSON, would
 * cost every start of the program more than the decision itself. The places come behind all nodes,
 * so that those who do not ask for them pass over them.
 */
public final class PackedNodes {
  private static final byte SCALAR = 's';
  private static final byte SEQUENCE = 'l';
  private static final byte MAPPING = 'm';

  private static final Place NOWHERE = Place.start("");

  private final DataInputStream nodes;
  private final @Nullable DataInputStream places;

  /** What the places call the files; empty for their own names. */
  private final String name;

  private String file = "";

  private PackedNodes(DataInputStream nodes, @Nullable DataInputStream places, String name) {
    this.nodes = nodes;
    this.places = places;
    this.name = name;
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @param withPlaces whether the nodes should have their places
   */
  public static Node read(byte[] packed, boolean withPlaces) throws IOException {
    return withPlaces
        ? read(packed, "")
        : new PackedNodes(new DataInputStream(nodes(packed)), null, "").read();
  }

  /**
   * The same, as if it had been written from another file.
   *
   * @param name what the places call that file; empty for their own names
   */
  public static Node read(byte[] packed, String name) throws IOException {
    DataInputStream nodes = new DataInputStream(new ByteArrayInputStream(packed));
    int from = Integer.BYTES + nodes.readInt();
    DataInputStream places =
        new DataInputStream(new ByteArrayInputStream(packed, from, packed.length - from));
    return new PackedNodes(nodes, places, name).read();
  }

  private static ByteArrayInputStream nodes(byte[] packed) {
    return new ByteArrayInputStream(packed, Integer.BYTES, packed.length - Integer.BYTES);
  }

  private Node read() throws IOException {
    byte kind = nodes.readByte();
    int size = nodes.readInt();
    Place at = places == null ? NOWHERE : place(places);
    if (kind == SCALAR) {
      byte[] text = new byte[size];
      nodes.readFully(text);
      return new Scalar(new String(text, StandardCharsets.UTF_8), at);
    }
    if (kind == SEQUENCE) {
      List<Node> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(read());
      }
      return new Sequence(items, at);
    }
    List<Entry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Scalar key = (Scalar) read();
      entries.add(new Entry(key, read()));
    }
    return new Mapping(entries, at);
  }

  private Place place(DataInputStream in) throws IOException {
    int line = in.readInt();
    int column = in.readInt();
    String named = in.readUTF();
    file = named.isEmpty() ? file : name.isEmpty() ? named : name;
    return new Place(file, line, column);
  }

  public static byte[] write(Node document) throws IOException {
    ByteArrayOutputStream nodes = new ByteArrayOutputStream();
    ByteArrayOutputStream places = new ByteArrayOutputStream();
    new Writer(new DataOutputStream(nodes), new DataOutputStream(places)).write(document);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    new DataOutputStream(packed).writeInt(nodes.size());
    nodes.writeTo(packed);
    places.writeTo(packed);
    return packed.toByteArray();
  }

  /** Used by the build alone. */
  private static final class Writer {
    private final DataOutputStream nodes;
    private final DataOutputStream places;
    private String file = "";

    Writer(DataOutputStream nodes, DataOutputStream places) {
      this.nodes = nodes;
      this.places = places;
    }

    void write(Node node) throws IOException {
      if (node instanceof Scalar scalar) {
        byte[] text = scalar.text().getBytes(StandardCharsets.UTF_8);
        begin(SCALAR, text.length, scalar.at());
        nodes.write(text);
      } else if (node instanceof Sequence sequence) {
        begin(SEQUENCE, sequence.items().size(), sequence.at());
        for (Node item : sequence.items()) {
          write(item);
        }
      } else if (node instanceof Mapping mapping) {
        begin(MAPPING, mapping.entries().size(), mapping.at());
        for (Entry entry : mapping.entries()) {
          write(entry.key());
          write(entry.value());
        }
      }
    }

    private void begin(byte kind, int size, Place at) throws IOException {
      nodes.writeByte(kind);
      nodes.writeInt(size);
      places.writeInt(at.line());
      places.writeInt(at.column());
      places.writeUTF(at.file().equals(file) ? "" : at.file());
      file = at.file();
    }
  }
}
