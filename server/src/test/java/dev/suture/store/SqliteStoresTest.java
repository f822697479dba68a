package dev.suture.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/// Every store's contract on SQLite.
class SqliteStoresTest {
  @Nested
  class Accounts extends AccountStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Projects extends ProjectStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Issues extends IssueStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Keeping extends KeepingContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Searches extends IssueSearchContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class EventSearches extends EventSearchContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Artifacts extends ArtifactStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Captures extends CaptureStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Deployments extends DeploymentStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Releases extends ReleaseStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Settings extends SettingsStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Outcomes extends OutcomeStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Hotfixes extends HotfixStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Health extends HealthStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Retaining extends RetentionContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }

  @Nested
  class Merges extends MergeStoreContract {
    @Override
    Database open(Path folder) throws IOException {
      return Database.open(folder);
    }
  }
}
