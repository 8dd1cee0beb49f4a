package dev.assay.source;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip with the files of a text model. Only files that a model needs are unpacked; names that
/// lead out of the folder, too many files and too many bytes are refused.
public final class ModelArchive {

  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 8L << 30;
  private static final long MOST_RATIO = 200;
  private static final long FREE_BYTES = 64L << 20;
  private static final List<String> WANTED =
      List.of(".json", ".onnx", ".txt", ".data", ".onnx_data");
  private static final int BUFFER = 1 << 16;

  private static final int END_OF_LIST = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LIST_BYTES_AT = 12;
  private static final long MOST_TAIL = END_BYTES + 0xFFFF;
  private static final long MOST_LIST_BYTES = 1L << 20;

  private ModelArchive() {}

  /// Whether a zip names what makes a text model: a tokenizer or a configuration, and a graph. Only
  /// its list of names is read.
  static boolean isModel(Path file) {
    if (!hasShortList(file)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      boolean words = false;
      boolean graph = false;
      int seen = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements() && seen++ < MOST_ENTRIES) {
        String name = last(entries.nextElement().getName());
        words |= name.equals("tokenizer.json") || name.equals("config.json");
        graph |= name.endsWith(".onnx");
      }
      return words && graph;
    } catch (IOException damaged) {
      return false;
    }
  }

  /// Whether the list of names is short enough to be read in this process: it is read as a whole.
  private static boolean hasShortList(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      int length = (int) Math.min(channel.size(), MOST_TAIL);
      ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      channel.position(channel.size() - length);
      while (tail.hasRemaining() && channel.read(tail) >= 0) {
        // until the end of the file
      }
      for (int at = tail.position() - END_BYTES; at >= 0; at--) {
        if (tail.getInt(at) == END_OF_LIST) {
          long bytes = Integer.toUnsignedLong(tail.getInt(at + LIST_BYTES_AT));
          return bytes <= MOST_LIST_BYTES;
        }
      }
      return false;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// Unpacks into an empty folder. Runs in the worker.
  ///
  /// @return the folder that holds the configuration: `into`, or the one folder that the zip wraps
  ///   its files in
  /// @throws InputRejected when the zip is damaged or hostile
  public static Path unpack(Path file, Path into) {
    String name = "Archive '" + Sources.shown(file) + "'";
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long allowed = Math.min(MOST_BYTES, FREE_BYTES + MOST_RATIO * Files.size(file));
      long left = allowed;
      int entries = 0;
      Path root = into;
      Enumeration<? extends ZipEntry> all = zip.entries();
      while (all.hasMoreElements()) {
        ZipEntry entry = all.nextElement();
        if (++entries > MOST_ENTRIES) {
          throw rejected(name + " holds more than " + MOST_ENTRIES + " files.");
        }
        Path target = into.resolve(safe(name, entry.getName())).normalize();
        if (!target.startsWith(into)) {
          throw escaping(name, entry.getName());
        }
        if (entry.isDirectory() || !isWanted(entry.getName())) {
          continue;
        }
        Files.createDirectories(parent(target));
        left = copy(zip, entry, target, left);
        if (left < 0) {
          throw rejected(
              String.format(
                  Locale.ROOT,
                  "%s holds more than %,d bytes once unpacked, %,d times its size or more.",
                  name,
                  allowed,
                  allowed / Math.max(1, Files.size(file))));
        }
        root = last(entry.getName()).equals("config.json") ? parent(target) : root;
      }
      return root;
    } catch (ZipException e) {
      throw rejected(
          name + " is damaged: " + Visible.of(String.valueOf(e.getMessage()), 120) + ".");
    } catch (IOException e) {
      throw rejected(
          name + " cannot be unpacked: " + Visible.of(String.valueOf(e.getMessage()), 120) + ".");
    }
  }

  private static long copy(ZipFile zip, ZipEntry entry, Path target, long left) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long remaining = left;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0 && remaining >= 0; n = in.read(buffer)) {
        remaining -= n;
        if (remaining >= 0) {
          out.write(buffer, 0, n);
        }
      }
    }
    return remaining;
  }

  private static String safe(String archive, String name) {
    boolean outside =
        name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.indexOf('\0') >= 0
            || name.indexOf(':') >= 0
            || List.of(name.split("/", -1)).contains("..");
    if (outside) {
      throw escaping(archive, name);
    }
    return name;
  }

  private static InputRejected escaping(String archive, String name) {
    return rejected(
        archive + " holds the name '" + Visible.of(name, 80) + "', which leads out of its folder.");
  }

  private static InputRejected rejected(String sentence) {
    return new InputRejected(
        "SOURCE-ARCHIVE",
        sentence,
        "Do not trust this archive; ask for the model's folder from where it was made.");
  }

  private static boolean isWanted(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return WANTED.stream().anyMatch(lower::endsWith);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalStateException("a file without a folder");
    }
    return parent;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
