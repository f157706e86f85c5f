package org.nxsight.analysis.condensing;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.analysis.findings.causes.CauseGroups;
import org.nxsight.analysis.findings.causes.Grouping;
import org.nxsight.analysis.findings.floods.Floods;
import org.nxsight.analysis.findings.groups.GeneratedGroups;
import org.nxsight.analysis.findings.groups.GroupedBy;
import org.nxsight.analysis.findings.groups.KnownFamilies;
import org.nxsight.analysis.findings.health.ZoneHealth;
import org.nxsight.analysis.findings.leaks.NameLeaks;
import org.nxsight.analysis.findings.lifetimes.Births;
import org.nxsight.analysis.findings.lifetimes.Deaths;
import org.nxsight.analysis.findings.lists.ListHealth;
import org.nxsight.analysis.findings.lists.ListSpikes;
import org.nxsight.analysis.findings.lists.ListsLearned;
import org.nxsight.analysis.findings.lists.NeverMail;
import org.nxsight.analysis.findings.lists.SelfChecks;
import org.nxsight.analysis.findings.lookalikes.LookalikeScans;
import org.nxsight.analysis.findings.references.DanglingTargets;
import org.nxsight.analysis.findings.spikes.Dimension;
import org.nxsight.analysis.findings.spikes.Spikes;

/** All operators, in the order in which they see a record. */
public final class Operators {
  private Operators() {}

  /**
   * New ones, which know nothing yet.
   *
   * @param watchlists what the user looks after
   * @param tuning from when on things are told
   */
  public static List<Operator> all(Watchlists watchlists, Tuning tuning) {
    List<Operator> all = new ArrayList<>();
    all.add(new Floods(tuning));
    all.add(new ListSpikes(tuning));
    all.add(new ListHealth(tuning));
    all.add(new NeverMail(watchlists, tuning));
    all.add(new SelfChecks(tuning));
    all.add(new ListsLearned(tuning));
    all.add(new NameLeaks(watchlists, tuning));
    all.add(new ZoneHealth(tuning));
    all.add(new Births(tuning));
    all.add(new Deaths(tuning));
    all.add(new DanglingTargets(tuning));
    all.add(new LookalikeScans(tuning));
    all.add(new KnownFamilies(tuning));
    for (GroupedBy by : GroupedBy.values()) {
      all.add(new GeneratedGroups(by, tuning));
    }
    for (Grouping grouping : Grouping.values()) {
      all.add(new CauseGroups(grouping, watchlists, tuning));
    }
    for (Dimension dimension : Dimension.values()) {
      all.add(new Spikes(dimension, tuning));
    }
    return all;
  }
}
