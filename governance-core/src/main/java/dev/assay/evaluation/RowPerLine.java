package dev.assay.evaluation;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/// Writes the two outer levels of a document on lines of their own and everything deeper on one
/// line, so that a big file stays small and a difference of two files names the rows that differ.
final class RowPerLine implements PrettyPrinter {

  private static final int OUTER_LEVELS = 2;

  private int depth;

  @Override
  public void writeRootValueSeparator(JsonGenerator g) {
    g.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator g) {
    g.writeRaw('{');
    depth++;
  }

  @Override
  public void writeEndObject(JsonGenerator g, int entries) {
    close(g, entries, '}');
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator g) {
    g.writeRaw(',');
    line(g);
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator g) {
    g.writeRaw(": ");
  }

  @Override
  public void writeStartArray(JsonGenerator g) {
    g.writeRaw('[');
    depth++;
  }

  @Override
  public void writeEndArray(JsonGenerator g, int values) {
    close(g, values, ']');
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator g) {
    g.writeRaw(',');
    line(g);
  }

  @Override
  public void beforeArrayValues(JsonGenerator g) {
    line(g);
  }

  @Override
  public void beforeObjectEntries(JsonGenerator g) {
    line(g);
  }

  private void line(JsonGenerator g) {
    if (depth <= OUTER_LEVELS) {
      g.writeRaw('\n');
    } else if (depth == OUTER_LEVELS + 1) {
      g.writeRaw(' ');
    }
  }

  private void close(JsonGenerator g, int entries, char bracket) {
    if (depth <= OUTER_LEVELS && entries > 0) {
      g.writeRaw('\n');
    }
    depth--;
    g.writeRaw(bracket);
  }
}
