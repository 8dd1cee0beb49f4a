package dev.assay.report.writer;

import com.openhtmltopdf.util.XRLog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps libraries from talking about what is in order: fonts without PostScript names, style
/// sheets that they do not know.
public final class Quiet {

  /// Held, so that the settings are not collected with the loggers.
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.apache.fontbox"), Logger.getLogger("org.apache.pdfbox"));

  private Quiet() {}

  /// From now on.
  public static void libraries() {
    LOGGERS.forEach(l -> l.setLevel(Level.SEVERE));
    XRLog.setLoggingEnabled(false);
  }
}
