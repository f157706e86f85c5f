package org.nxsight.analysis.condensing;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.findings.Operator;
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

  /** New ones, which know nothing yet. */
  public static List<Operator> all(Watchlists watchlists) {
    List<Operator> all = new ArrayList<>();
    all.add(new Floods());
    all.add(new ListSpikes());
    all.add(new ListHealth());
    all.add(new NeverMail(watchlists));
    all.add(new SelfChecks());
    all.add(new ListsLearned());
    all.add(new NameLeaks(watchlists));
    all.add(new ZoneHealth());
    all.add(new Births());
    all.add(new Deaths());
    all.add(new DanglingTargets());
    all.add(new LookalikeScans());
    all.add(new KnownFamilies());
    for (GroupedBy by : GroupedBy.values()) {
      all.add(new GeneratedGroups(by));
    }
    for (Grouping grouping : Grouping.values()) {
      all.add(new CauseGroups(grouping, watchlists));
    }
    for (Dimension dimension : Dimension.values()) {
      all.add(new Spikes(dimension));
    }
    return all;
  }
}
