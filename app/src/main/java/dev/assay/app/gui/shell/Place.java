package dev.assay.app.gui.shell;

import dev.assay.slice.RowQuery;
import java.nio.file.Path;

/// Where one can be in the window.
public sealed interface Place {

  /// Id of the regime of New York City's Local Law 144.
  String LOCAL_LAW_144 = "nyc-local-law-144";

  /// The place that this one lies in; the first page lies in itself.
  default Place parent() {
    return new Start();
  }

  /// First page.
  record Start() implements Place {}

  /// All models.
  record Models() implements Place {}

  /// One model.
  record Model(Path file) implements Place {
    @Override
    public Place parent() {
      return new Models();
    }
  }

  /// All datasets.
  record Datasets() implements Place {}

  /// One dataset.
  record Dataset(Path file) implements Place {
    @Override
    public Place parent() {
      return new Datasets();
    }
  }

  /// The rows behind a number of a dataset.
  record DatasetRows(Path file, RowQuery query) implements Place {
    @Override
    public Place parent() {
      return new Dataset(file);
    }
  }

  /// Set up a run.
  record Evaluate() implements Place {
    @Override
    public Place parent() {
      return new Runs();
    }
  }

  /// All runs.
  record Runs() implements Place {}

  /// One run.
  record Run(String id) implements Place {
    @Override
    public Place parent() {
      return new Runs();
    }
  }

  /// A run that is under way.
  record Underway(String id) implements Place {
    @Override
    public Place parent() {
      return new Runs();
    }
  }

  /// The rows behind a number of a run.
  record Rows(String run, RowQuery query) implements Place {
    @Override
    public Place parent() {
      return new Run(run);
    }
  }

  /// Two runs side by side.
  ///
  /// @param first champion, empty = not chosen yet
  /// @param second challenger, empty = not chosen yet
  record Compare(String first, String second) implements Place {
    @Override
    public Place parent() {
      return new Runs();
    }
  }

  /// All audits.
  record Audits() implements Place {}

  /// One audit.
  record Audit(String id) implements Place {
    @Override
    public Place parent() {
      return new Audits();
    }
  }

  /// The model card of an audit.
  record Card(String audit) implements Place {
    @Override
    public Place parent() {
      return new Audit(audit);
    }
  }

  /// All policies.
  record Policies() implements Place {}

  /// Which evidence an audit holds for a regime.
  ///
  /// @param audit its id, empty = the latest
  /// @param regime its id, empty = the first
  record Regimes(String audit, String regime) implements Place {}

  /// The bias audit of New York City's Local Law 144.
  ///
  /// @param audit the audit to count, empty = what is there first
  record BiasAudit(String audit) implements Place {
    @Override
    public Place parent() {
      return new Regimes(audit, LOCAL_LAW_144);
    }
  }

  /// The ledger of the workspace.
  record Ledger() implements Place {}

  /// What words and metrics mean.
  record Glossary(String metric) implements Place {}

  /// The user guide.
  record Help(String page) implements Place {}

  /// Keys of all commands.
  record Shortcuts() implements Place {
    @Override
    public Place parent() {
      return new Help("index");
    }
  }

  /// What happened in this window.
  record Log() implements Place {}

  /// Settings of the window.
  record Preferences() implements Place {}
}
