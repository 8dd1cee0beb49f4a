package dev.assay.app.gui.document;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.theme.Look;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// A document as tabs, one a section; a tab's nodes are made when it is first shown, and links lead
/// from tab to tab.
public final class DocumentTabs {

  private final TabPane tabs = new TabPane();
  private final Map<String, Tab> byAnchor = new HashMap<>();
  private final BlockNodes nodes;

  /// A document of which only facts are at hand.
  public DocumentTabs(Document document, ObservableValue<Look> look) {
    this(document, look, RowLinks.NONE);
  }

  /// @param look light or dark, followed live by charts
  /// @param links where numbers lead
  public DocumentTabs(Document document, ObservableValue<Look> look, RowLinks links) {
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("document-tabs");
    nodes = new BlockNodes(look, this::open, links);
    for (Block.Section section : document.sections()) {
      Tab tab = new Tab(brief(section));
      tab.setId("tab-" + section.anchor().id());
      tab.selectedProperty()
          .subscribe(
              selected -> {
                if (selected && tab.getContent() == null) {
                  tab.setContent(Parts.page(nodes.section(section)));
                }
              });
      register(section, tab);
      tabs.getTabs().add(tab);
    }
  }

  /// The tabs; more may be added.
  public TabPane node() {
    return tabs;
  }

  /// Left for good: what is not filled in yet never will be.
  public void close() {
    nodes.cancel();
  }

  /// A word for a tab, where the heading is a sentence.
  private static String brief(Block.Section section) {
    return switch (section.anchor().id()) {
      case "decision" -> "Overview";
      case "findings" -> "Findings";
      case "checks" -> "Checks";
      case "passed" -> "Passed";
      case "method" -> "Method";
      case "appendix" -> "Appendix";
      default -> section.heading().plain();
    };
  }

  private void register(Block block, Tab tab) {
    switch (block) {
      case Block.Section section -> {
        byAnchor.put(section.anchor().id(), tab);
        section.blocks().forEach(b -> register(b, tab));
      }
      case Block.Card card -> {
        byAnchor.put(card.anchor().id(), tab);
        card.blocks().forEach(b -> register(b, tab));
      }
      case Block.Definitions definitions ->
          definitions.definitions().forEach(d -> byAnchor.put(d.anchor().id(), tab));
      case Block.Paragraph p -> {}
      case Block.Bullets b -> {}
      case Block.Banner b -> {}
      case Block.Tiles t -> {}
      case Block.KeyValues k -> {}
      case Block.Table t -> {}
      case Block.Figures f -> {}
      case Block.Command c -> {}
    }
  }

  /// Leads to a place in the document; nowhere when there is no such place.
  public void open(String anchor) {
    Tab tab = byAnchor.get(anchor);
    if (tab == null) {
      return;
    }
    tabs.getSelectionModel().select(tab);
    if (tab.getContent() instanceof ScrollPane scroll) {
      nodes.finish();
      scroll.applyCss();
      scroll.layout();
      Node target = scroll.getContent().lookup("#" + anchor);
      if (target != null) {
        double height =
            scroll.getContent().getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        double y = scroll.getContent().sceneToLocal(target.localToScene(0, 0)).getY();
        scroll.setVvalue(height <= 0 ? 0 : Math.clamp(y / height, 0, 1));
      }
    }
  }
}
