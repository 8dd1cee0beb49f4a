package dev.assay.app.gui.help;

import dev.assay.app.gui.markdown.MarkdownNodes;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.common.Resources;
import dev.assay.modelcard.CardMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The user guide, the same text that the repository shows. The pages are those that the first one
/// links to.
public final class HelpScreen {

  private static final String FIRST = "index";
  private static final Pattern LINK = Pattern.compile("\\(([a-z-]+)\\.md\\)");
  private static final double WIDEST = 820;

  private HelpScreen() {}

  /// Names of all pages, the first one first.
  static List<String> pages() {
    List<String> pages = new ArrayList<>(List.of(FIRST));
    Matcher links = LINK.matcher(read(FIRST));
    while (links.find()) {
      pages.add(links.group(1));
    }
    return pages;
  }

  /// @param page name of a page without its ending
  public static Screen of(String page, Navigator navigator) {
    List<String> known = pages();
    String shown = known.contains(page) ? page : FIRST;
    FlowPane all = new FlowPane(8, 8);
    ToggleGroup one = new ToggleGroup();
    for (String name : known) {
      ToggleButton button = new ToggleButton(name.equals(FIRST) ? "start" : name.replace('-', ' '));
      button.getStyleClass().add("small");
      button.setToggleGroup(one);
      button.setSelected(name.equals(shown));
      button.setOnAction(event -> navigator.go(new Place.Help(name)));
      all.getChildren().add(button);
    }
    VBox text =
        MarkdownNodes.of(
            CardMarkdown.parse(read(shown)),
            to -> navigator.go(new Place.Help(to.replace(".md", ""))));
    text.setMaxWidth(WIDEST);
    return new SimpleScreen(List.of("Guide"), Parts.page(all, text));
  }

  private static String read(String page) {
    return Resources.text(HelpScreen.class, "/dev/assay/resources/help/" + page + ".md");
  }
}
