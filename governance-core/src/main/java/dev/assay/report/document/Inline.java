package dev.assay.report.document;

import dev.assay.common.Visible;
import dev.assay.slice.SliceKey;

/// A run of text. Control characters, bidirectional overrides and zero-width characters are shown
/// as their escapes from here on.
public sealed interface Inline {

  /// What is read.
  String words();

  /// Our words.
  record Words(String words) implements Inline {
    /// Makes invisible characters visible.
    public Words {
      words = Visible.of(words);
    }
  }

  /// Words that matter more.
  record Strong(String words) implements Inline {
    /// Makes invisible characters visible.
    public Strong {
      words = Visible.of(words);
    }
  }

  /// Words that matter less: units, sizes, methods.
  record Aside(String words) implements Inline {
    /// Makes invisible characters visible.
    public Aside {
      words = Visible.of(words);
    }
  }

  /// A name or value from a file: set apart, so that it cannot reorder the text around it.
  record Data(String words) implements Inline {
    /// Makes invisible characters visible.
    public Data {
      words = Visible.of(words);
    }
  }

  /// A slice, by its values: like data, and where rows are at hand it leads to them.
  ///
  /// @param slice the slice
  /// @param words what is read
  record Slice(SliceKey slice, String words) implements Inline {
    /// Makes invisible characters visible.
    public Slice {
      words = Visible.of(words);
    }
  }

  /// A digest, an id, an argument: to be copied letter by letter.
  record Code(String words) implements Inline {
    /// Makes invisible characters visible.
    public Code {
      words = Visible.of(words);
    }
  }

  /// A reference within the document.
  ///
  /// @param target the anchor it leads to
  /// @param words what is read
  record Link(Anchor target, String words) implements Inline {
    /// Makes invisible characters visible.
    public Link {
      words = Visible.of(words);
    }
  }

  /// A verdict or status as mark and word.
  record Marked(Mark mark, String words) implements Inline {
    /// Makes invisible characters visible.
    public Marked {
      words = Visible.of(words);
    }
  }
}
