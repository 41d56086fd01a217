package clin087.report;

import clin087.text.Bytes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/** Makes JSON generators that indent what they write. */
public final class IndentedJson extends ObjectWriteContext.Base {
  private final PrettyPrinter printer;

  private IndentedJson(String margin) {
    this.printer = new JsonIndentation(margin);
  }

  /** A generator for a whole document. */
  public static JsonGenerator generator(Bytes out) {
    return generator(out, "");
  }

  /**
   * A generator for a part of a document.
   *
   * @param margin the spaces before every line but the first
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
