package dev.assay.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.assay.common.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the structure of a model and leaves its weights in the file: contents of large tensors and
/// the tail of very long attribute lists are skipped, and how much was skipped is kept with the
/// tensor. Memory therefore grows with the graph, not with the file.
final class ModelSkim {

  /// Tensor contents up to this size are read: shapes, trip counts, class names.
  private static final int KEPT_BYTES = 1 << 13;

  /// Entries of a repeated field outside the graph's own lists that are read.
  private static final int KEPT_ENTRIES = 1 << 16;

  /// Single texts or byte fields beyond this are skipped.
  private static final int KEPT_FIELD_BYTES = 1 << 20;

  /// The structure itself may not be larger than this.
  private static final int STRUCTURE_BYTES = 256 << 20;

  private static final int NESTING = 100;

  /// Field numbers that ONNX does not use, in which the skim leaves its notes.
  private static final int SKIPPED_BYTES = 1001;

  private static final int SKIPPED_ENTRIES = 1002;
  private static final int CONTENT_DIGEST = 1003;
  private static final int RAW_DATA = 9;
  private static final int STRING_DATA = 6;

  private final boolean digesting;
  private long structureBytes;

  private ModelSkim(boolean digesting) {
    this.digesting = digesting;
  }

  /// @param bytes number of bytes the stream holds, at most 2³¹ − 1
  /// @param digesting whether the content of every tensor leaves its digest, which takes time
  static ModelProto read(InputStream file, int bytes, boolean digesting) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(file, 1 << 16);
    in.pushLimit(bytes);
    ByteString structure = new ModelSkim(digesting).message(in, SkimKind.MODEL, 0);
    CodedInputStream again = structure.newCodedInput();
    again.setRecursionLimit(NESTING);
    return ModelProto.parseFrom(again);
  }

  /// Digest of the content as the file holds it, absent where nobody asked for it.
  static Optional<Digest> contentDigest(TensorProto tensor) {
    return tensor.getUnknownFields().getField(CONTENT_DIGEST).getLengthDelimitedList().stream()
        .findFirst()
        .map(bytes -> new Digest(HexFormat.of().formatHex(bytes.toByteArray())));
  }

  /// Bytes of raw data that were skipped.
  static long skippedBytes(TensorProto tensor) {
    return note(tensor, SKIPPED_BYTES);
  }

  /// Elements of typed data that were skipped.
  static long skippedEntries(TensorProto tensor) {
    return note(tensor, SKIPPED_ENTRIES);
  }

  private static long note(TensorProto tensor, int field) {
    return tensor.getUnknownFields().getField(field).getVarintList().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private ByteString message(CodedInputStream in, SkimKind kind, int depth) throws IOException {
    if (depth > NESTING) {
      throw new InvalidProtocolBufferException("it nests deeper than " + NESTING + " levels");
    }
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    Tally tally = new Tally(digesting && kind == SkimKind.TENSOR);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      field(in, out, new Place(kind, tag, depth), tally);
    }
    if (kind == SkimKind.TENSOR) {
      tally.write(out);
    }
    out.flush();
    return bytes.toByteString();
  }

  private void field(CodedInputStream in, CodedOutputStream out, Place place, Tally tally)
      throws IOException {
    boolean keep = tally.keeps(place);
    switch (WireFormat.getTagWireType(place.tag())) {
      case WireFormat.WIRETYPE_VARINT -> {
        long value = in.readRawVarint64();
        tally.digest(place, value, Long.BYTES);
        if (keep) {
          spend(10);
          out.writeUInt32NoTag(place.tag());
          out.writeUInt64NoTag(value);
        }
      }
      case WireFormat.WIRETYPE_FIXED32 -> {
        int value = in.readRawLittleEndian32();
        tally.digest(place, value, Integer.BYTES);
        if (keep) {
          spend(5);
          out.writeUInt32NoTag(place.tag());
          out.writeFixed32NoTag(value);
        }
      }
      case WireFormat.WIRETYPE_FIXED64 -> {
        long value = in.readRawLittleEndian64();
        tally.digest(place, value, Long.BYTES);
        if (keep) {
          spend(9);
          out.writeUInt32NoTag(place.tag());
          out.writeFixed64NoTag(value);
        }
      }
      case WireFormat.WIRETYPE_LENGTH_DELIMITED ->
          lengthDelimited(in, keep ? out : null, place, tally);
      default ->
          throw new InvalidProtocolBufferException(
              "byte " + in.getTotalBytesRead() + " begins no field of an ONNX model");
    }
  }

  private void lengthDelimited(
      CodedInputStream in, @Nullable CodedOutputStream out, Place place, Tally tally)
      throws IOException {
    int length = in.readRawVarint32();
    int outer = in.pushLimit(length);
    SkimKind inner = place.kind().nested(place.field());
    boolean payload = place.isContent();
    if (payload && place.field() == STRING_DATA) {
      tally.digest(place, length, Integer.BYTES);
    }
    if (out == null && payload) {
      tally.pass(in, length);
    } else if (out == null) {
      in.skipRawBytes(length);
    } else if (inner != SkimKind.PLAIN) {
      ByteString nested = message(in, inner, place.depth() + 1);
      spend(nested.size() + 6L);
      out.writeUInt32NoTag(place.tag());
      out.writeBytesNoTag(nested);
    } else if (payload && length > KEPT_BYTES) {
      tally.skip(in, place.field(), length);
    } else if (length > KEPT_FIELD_BYTES) {
      in.skipRawBytes(length);
    } else {
      spend(length + 6L);
      byte[] bytes = in.readRawBytes(length);
      if (payload) {
        tally.digest(bytes);
      }
      out.writeUInt32NoTag(place.tag());
      out.writeByteArrayNoTag(bytes);
    }
    in.popLimit(outer);
  }

  private void spend(long bytes) throws InvalidProtocolBufferException {
    structureBytes += bytes;
    // decision: nested messages are counted at every level; depth is small and the limit generous
    if (structureBytes > STRUCTURE_BYTES) {
      throw new InvalidProtocolBufferException(
          "its graph alone, without weights, is larger than " + (STRUCTURE_BYTES >> 20) + " MiB");
    }
  }

  /// Where a field stands.
  private record Place(SkimKind kind, int tag, int depth) {
    int field() {
      return WireFormat.getTagFieldNumber(tag);
    }

    /// Whether this is the field of a tensor that holds elements.
    boolean isContent() {
      return kind == SkimKind.TENSOR && isPayload();
    }

    /// Whether a tensor keeps its elements in this field.
    boolean isPayload() {
      return switch (field()) {
        case 4, 5, STRING_DATA, 7, RAW_DATA, 10, 11 -> true;
        default -> false;
      };
    }

    /// Whether the field repeats once an element, so that its tail can be left out.
    boolean isLongList() {
      return switch (kind) {
        case TENSOR -> isPayload() && field() != RAW_DATA;
        case ATTRIBUTE -> field() >= 7 && field() <= 9;
        default -> false;
      };
    }
  }

  /// What was left out of one message.
  private static final class Tally {
    private long entries;
    private long skippedEntries;
    private long skippedBytes;
    private final @Nullable MessageDigest content;

    Tally(boolean digesting) {
      content = digesting ? Digest.algorithm() : null;
    }

    void digest(Place place, long value, int width) {
      if (content != null && place.isContent()) {
        byte[] bytes =
            ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
        content.update(bytes, 0, width);
      }
    }

    void digest(byte[] bytes) {
      if (content != null) {
        content.update(bytes);
      }
    }

    /// Goes past content without keeping it.
    void pass(CodedInputStream in, int length) throws IOException {
      if (content == null) {
        in.skipRawBytes(length);
        return;
      }
      for (int left = length; left > 0; left -= Math.min(left, KEPT_BYTES)) {
        content.update(in.readRawBytes(Math.min(left, KEPT_BYTES)));
      }
    }

    boolean keeps(Place place) {
      if (place.kind() == SkimKind.TENSOR && place.field() > 1000) {
        return false;
      }
      boolean element =
          place.isLongList()
              && (WireFormat.getTagWireType(place.tag()) != WireFormat.WIRETYPE_LENGTH_DELIMITED
                  || (place.kind() == SkimKind.TENSOR
                      ? place.field() == STRING_DATA
                      : place.field() == 9));
      if (!element || ++entries <= KEPT_ENTRIES) {
        return true;
      }
      skippedEntries++;
      return false;
    }

    void skip(CodedInputStream in, int field, int length) throws IOException {
      switch (field) {
        case RAW_DATA -> {
          skippedBytes += length;
          pass(in, length);
        }
        case STRING_DATA -> {
          skippedEntries++;
          pass(in, length);
        }
        case 4 -> packed(in, length, Float.BYTES);
        case 10 -> packed(in, length, Double.BYTES);
        default -> {
          while (in.getBytesUntilLimit() > 0) {
            long value = in.readRawVarint64();
            if (content != null) {
              digest(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
            }
            skippedEntries++;
          }
        }
      }
    }

    private void packed(CodedInputStream in, int length, int width) throws IOException {
      if (length % width != 0) {
        throw new InvalidProtocolBufferException(
            "a list of numbers ends in the middle of one, before byte " + in.getTotalBytesRead());
      }
      skippedEntries += length / width;
      pass(in, length);
    }

    void write(CodedOutputStream out) throws IOException {
      if (content != null) {
        out.writeByteArray(CONTENT_DIGEST, content.digest());
      }
      if (skippedBytes > 0) {
        out.writeUInt64(SKIPPED_BYTES, skippedBytes);
      }
      if (skippedEntries > 0) {
        out.writeUInt64(SKIPPED_ENTRIES, skippedEntries);
      }
    }
  }
}
