package org.nxsight.cluster;

import java.io.IOException;
import org.nxsight.analysis.sharding.DomainStage;
import org.nxsight.analysis.sharding.KeyStage;
import org.nxsight.analysis.sharding.LedgerStage;
import org.nxsight.analysis.sharding.Outlet;
import org.nxsight.analysis.sharding.PopularStage;
import org.nxsight.analysis.sharding.Stage;

/** Makes the stages where they run. */
enum StageMaker {
  /** What is popular. */
  POPULAR {
    @Override
    Stage make(JobSettings settings, Outlet out) {
      return new PopularStage(settings.shards(), out);
    }
  },
  /** Causes, and operators whose keys are names. */
  DOMAIN {
    @Override
    Stage make(JobSettings settings, Outlet out) throws IOException {
      return new DomainStage(settings.sharding(), out);
    }
  },
  /** Operators of other keys. */
  KEY {
    @Override
    Stage make(JobSettings settings, Outlet out) throws IOException {
      return new KeyStage(settings.sharding(), out);
    }
  },
  /** Findings. */
  LEDGER {
    @Override
    Stage make(JobSettings settings, Outlet out) throws IOException {
      return new LedgerStage(settings.sharding(), out);
    }
  };

  abstract Stage make(JobSettings settings, Outlet out) throws IOException;
}
