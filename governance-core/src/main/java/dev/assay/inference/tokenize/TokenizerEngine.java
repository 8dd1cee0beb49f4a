package dev.assay.inference.tokenize;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/// The tokenizers' engine of this process.
public final class TokenizerEngine {

  private static final String PROPERTIES = "/native/lib/tokenizers.properties";

  private TokenizerEngine() {}

  /// Its version, loading the native library: "tokenizers" → "0.21.0-0.38.0".
  public static SortedMap<String, String> describe() {
    NativeTokenizers.library();
    Properties properties = new Properties();
    try (InputStream in = TokenizersLibrary.class.getResourceAsStream(PROPERTIES)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, String> engine = new TreeMap<>();
    engine.put("tokenizers", properties.getProperty("version", "unknown"));
    return engine;
  }
}
