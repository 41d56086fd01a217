package clin087.report;

import clin087.text.Bytes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/** Has a generator lay out what it writes. */
public final class IndentedJson extends ObjectWriteContext.Base {
  private final PrettyPrinter printer;

  private IndentedJson(String margin) {
    this.printer = new JsonIndentation(margin);
  }

  /** A generator of a document of its own. */
  public static JsonGenerator generator(Bytes out) {
    return generator(out, "");
  }

  /**
   * A generator of a part of a document.
   *
   * @param margin what stands before every line but the first
   */
  static JsonGenerator generator(Bytes out, String margin) {
    return JsonText.FACTORY.createGenerator(new IndentedJson(margin), out);
  }

  @Override
  public PrettyPrinter getPrettyPrinter() {
    return printer;
  }

  @Override
  public boolean hasPrettyPrinter() {
    return true;
  }
}
