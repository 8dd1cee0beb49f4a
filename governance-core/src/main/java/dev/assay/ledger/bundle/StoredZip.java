package dev.assay.ledger.bundle;

import dev.assay.ledger.MalformedLedger;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Zip archives whose bytes follow from names and content alone: names sorted, nothing compressed,
/// one fixed time. Any byte that differs is therefore one that somebody changed. Archives packed by
/// others are read too, so that what was changed in them can be named.
final class StoredZip {

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final short VERSION = 20;
  private static final short UTF8_NAMES = 0x0800;
  private static final short DATE_1980_01_01 = 0x21;
  private static final int DEFLATED = 8;
  private static final int MOST_FILES = 10_000;
  private static final int LARGEST = 1 << 29;

  private StoredZip() {}

  /// The archive of these files.
  static byte[] write(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] common = common(name, file.getValue());
      ByteBuffer central = little(CENTRAL_BYTES);
      central.putInt(CENTRAL).putShort(VERSION).put(common);
      central.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
      central.putInt(out.size());
      directory.writeBytes(central.array());
      directory.writeBytes(name);
      out.writeBytes(little(4).putInt(LOCAL).array());
      out.writeBytes(common);
      out.writeBytes(name);
      out.writeBytes(file.getValue());
    }
    short count = (short) files.size();
    ByteBuffer end = little(END_BYTES).putInt(END).putInt(0).putShort(count).putShort(count);
    end.putInt(directory.size()).putInt(out.size()).putShort((short) 0);
    out.writeBytes(directory.toByteArray());
    out.writeBytes(end.array());
    return out.toByteArray();
  }

  /// What local header and directory say alike.
  private static byte[] common(byte[] name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer header = little(LOCAL_BYTES - 4);
    header.putShort(VERSION).putShort(UTF8_NAMES).putShort((short) 0);
    header.putShort((short) 0).putShort(DATE_1980_01_01).putInt((int) crc.getValue());
    header.putInt(content.length).putInt(content.length);
    header.putShort((short) name.length).putShort((short) 0);
    return header.array();
  }

  /// The files of an archive, whoever packed it.
  ///
  /// @throws MalformedLedger when it is no archive, or a name or content cannot be read
  static SortedMap<String, byte[]> read(byte[] zip) {
    try {
      ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
      int end = end(in);
      int count = Short.toUnsignedInt(in.getShort(end + 10));
      in.position(in.getInt(end + 16));
      SortedMap<String, byte[]> files = new TreeMap<>();
      long bytes = 0;
      for (int i = 0; i < Math.min(count, MOST_FILES); i++) {
        Header header = header(in);
        byte[] content = content(in, header);
        bytes += content.length;
        if (bytes > LARGEST || files.put(header.name, content) != null) {
          throw new MalformedLedger("it is too large, or has a file twice: " + header.name);
        }
      }
      return files;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MalformedLedger("it is cut off, or its directory was changed", e);
    } catch (CharacterCodingException | DataFormatException e) {
      throw new MalformedLedger("a name or a file in it cannot be read", e);
    }
  }

  private static int end(ByteBuffer in) {
    for (int at = in.limit() - END_BYTES; at >= 0; at--) {
      if (in.getInt(at) == END) {
        return at;
      }
    }
    throw new MalformedLedger("it is no zip archive");
  }

  private static Header header(ByteBuffer in) throws CharacterCodingException {
    int at = in.position();
    if (in.getInt(at) != CENTRAL) {
      throw new MalformedLedger("its directory was changed");
    }
    byte[] name = new byte[Short.toUnsignedInt(in.getShort(at + 28))];
    in.get(at + CENTRAL_BYTES, name);
    Header header =
        new Header(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString(),
            Short.toUnsignedInt(in.getShort(at + 10)),
            in.getInt(at + 20),
            in.getInt(at + 24),
            in.getInt(at + 42));
    in.position(
        at
            + CENTRAL_BYTES
            + name.length
            + Short.toUnsignedInt(in.getShort(at + 30))
            + Short.toUnsignedInt(in.getShort(at + 32)));
    return header;
  }

  private static byte[] content(ByteBuffer in, Header header) throws DataFormatException {
    int names = Short.toUnsignedInt(in.getShort(header.offset + 26));
    int extra = Short.toUnsignedInt(in.getShort(header.offset + 28));
    if (header.packed < 0 || header.size < 0 || header.size > LARGEST) {
      throw new MalformedLedger("its directory was changed");
    }
    int first = header.offset + LOCAL_BYTES + names + extra;
    if (first < 0 || (long) first + header.packed > in.limit()) {
      throw new MalformedLedger("its directory was changed");
    }
    byte[] packed = Arrays.copyOfRange(in.array(), first, first + header.packed);
    if (header.method != DEFLATED) {
      return packed;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] content = new byte[header.size];
      int filled = 0;
      while (filled < content.length) {
        int more = inflater.inflate(content, filled, content.length - filled);
        if (more == 0) {
          throw new DataFormatException("it ends early");
        }
        filled += more;
      }
      return content;
    } finally {
      inflater.end();
    }
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private record Header(String name, int method, int packed, int size, int offset) {}
}
