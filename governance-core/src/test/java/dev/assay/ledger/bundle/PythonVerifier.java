package dev.assay.ledger.bundle;

import dev.assay.common.Json;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One Python process with the script of the bundles, asked about many bundles.
final class PythonVerifier implements AutoCloseable {

  private static final String LOOP =
      """
      import json, struct, sys
      sys.dont_write_bytecode = True
      sys.path.insert(0, sys.argv[1])
      import verify
      receipt = verify.receipt_of(sys.argv[2]) if len(sys.argv) > 2 else None
      while True:
          size = sys.stdin.buffer.read(4)
          if not size:
              break
          data = sys.stdin.buffer.read(struct.unpack('>I', size)[0])
          answers = verify.archive(data, receipt).answers()
          print(json.dumps([{'question': q, 'state': s, 'files': sorted({n for n, _ in f})} for q, s, f in answers]), flush=True)
      """;

  private final Process process;
  private final DataOutputStream in;
  private final BufferedReader out;

  private PythonVerifier(Process process) {
    this.process = process;
    this.in = new DataOutputStream(process.getOutputStream());
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static boolean present() {
    try {
      return new ProcessBuilder("python3", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Starts it.
  ///
  /// @param folder takes the script
  /// @param receipt to ask against
  static PythonVerifier start(Path folder, Path receipt) throws IOException {
    try (InputStream script = Evidence.class.getResourceAsStream("verify.py")) {
      Files.write(folder.resolve("verify.py"), script.readAllBytes());
    }
    return new PythonVerifier(
        new ProcessBuilder("python3", "-c", LOOP, folder.toString(), receipt.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /// "bytes no [report.html]" and so on.
  List<String> answers(byte[] zip) throws IOException {
    in.writeInt(zip.length);
    in.write(zip);
    in.flush();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the script ended");
    }
    List<String> answers = new ArrayList<>();
    for (JsonNode one : Json.mapper().readTree(line)) {
      List<String> files = new ArrayList<>();
      one.path("files").forEach(file -> files.add(EvidenceVerifier.shown(file.asString())));
      files.sort(null);
      answers.add(
          one.path("question").asString() + " " + one.path("state").asString() + " " + files);
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    in.close();
    process.destroy();
  }
}
