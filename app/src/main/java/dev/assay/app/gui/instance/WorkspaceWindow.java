package dev.assay.app.gui.instance;

import dev.assay.common.Digest;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Holds a workspace for one window. A second window of the same workspace asks the first to come
/// to the front and goes away. The lock is the system's: it is gone with the process, however that
/// ends.
public final class WorkspaceWindow implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(WorkspaceWindow.class.getName());
  private static final byte[] FRONT = "front\n".getBytes(StandardCharsets.UTF_8);

  private final FileChannel channel;
  private final FileLock lock;
  private final Path socket;
  private final @Nullable ServerSocketChannel server;

  private WorkspaceWindow(
      FileChannel channel, FileLock lock, Path socket, @Nullable ServerSocketChannel server) {
    this.channel = channel;
    this.lock = lock;
    this.socket = socket;
    this.server = server;
  }

  /// Takes the workspace for this window.
  ///
  /// @param folder where locks of this user lie
  /// @param workspace the workspace
  /// @param front brings this window to the front; called from another thread
  /// @return empty when another window has it; that window was asked to come to the front
  /// @throws IOException when the folder cannot be written
  public static Optional<WorkspaceWindow> take(Path folder, Path workspace, Runnable front)
      throws IOException {
    Files.createDirectories(folder);
    String name =
        "window-"
            + Digest.of(
                    workspace
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8))
                .brief();
    Path socket = folder.resolve(name + ".socket");
    FileChannel channel =
        FileChannel.open(
            folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = lock(channel);
    if (lock == null) {
      channel.close();
      ask(socket);
      return Optional.empty();
    }
    return Optional.of(new WorkspaceWindow(channel, lock, socket, serve(socket, front)));
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private static void ask(Path socket) {
    try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      other.write(ByteBuffer.wrap(FRONT));
    } catch (IOException notListening) {
      LOG.log(Level.INFO, "the other window does not listen: {0}", notListening.getMessage());
    }
  }

  /// decision: a window without a socket is still the only one; it just cannot be called
  private static @Nullable ServerSocketChannel serve(Path socket, Runnable front) {
    try {
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofPlatform().daemon().name("other-windows").start(() -> listen(server, front));
      return server;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.INFO, "other windows cannot call this one: {0}", e.getMessage());
      return null;
    }
  }

  private static void listen(ServerSocketChannel server, Runnable front) {
    while (server.isOpen()) {
      try (SocketChannel other = server.accept();
          var words = Channels.newInputStream(other)) {
        if (new String(words.readNBytes(FRONT.length), StandardCharsets.UTF_8)
            .startsWith("front")) {
          front.run();
        }
      } catch (IOException closedOrBroken) {
        LOG.log(Level.FINE, "no longer listening", closedOrBroken);
      }
    }
  }

  @Override
  public void close() {
    try {
      if (server != null) {
        server.close();
      }
      Files.deleteIfExists(socket);
      lock.release();
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.INFO, "the lock of the workspace: {0}", e.getMessage());
    }
  }
}
