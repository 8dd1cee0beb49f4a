package dev.assay.modelcard;

/// The page around a card's HTML.
final class CardPage {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b2128; --muted: #5f6873; --line: #e3e6ea; --ground: #ffffff; --soft: #f6f7f9; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --muted: #9aa3ad; --line: #2b3138; --ground: #14171b; --soft: #1b1f24; } }
      body { font: 15px/1.55 Inter, system-ui, sans-serif; color: var(--ink); background: var(--ground); max-width: 60em; margin: 2.5em auto; padding: 0 1.5em; }
      h1 { font-size: 1.8em; } h2 { font-size: 1.25em; margin-top: 2em; border-top: 1px solid var(--line); padding-top: 1em; } h3 { font-size: 1.05em; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; display: block; overflow-x: auto; }
      th, td { text-align: left; padding: .35em 1em .35em 0; border-bottom: 1px solid var(--line); vertical-align: top; }
      th { color: var(--muted); font-weight: 500; }
      pre, code { font-family: ui-monospace, monospace; background: var(--soft); } pre { padding: .8em; overflow-x: auto; }
      blockquote { margin-left: 0; padding-left: 1em; border-left: 3px solid var(--line); color: var(--muted); }
      """;

  private CardPage() {}

  /// @param title plain text
  /// @param body HTML
  static String of(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + escaped(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
