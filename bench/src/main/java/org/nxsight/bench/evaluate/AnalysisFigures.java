package org.nxsight.bench.evaluate;

import static org.nxsight.bench.evaluate.Confusions.share;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Diagnosis;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.Malformed;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.TypoMatch;
import org.nxsight.bench.evaluate.LabelledName.ListItem;
import org.nxsight.bench.evaluate.LabelledName.Slip;

/** How well questions to lists and slips are read. */
public final class AnalysisFigures {
  private int listQuestions;
  private int listSaid;
  private int listRight;
  private int slips;
  private int slipsSaid;
  private int targetsRight;
  private int classesRight;
  private int benign;
  private int benignMatched;

  void add(LabelledName name, Diagnosis diagnosis) {
    addList(name.list(), said(diagnosis.list()));
    addSlip(name, diagnosis.typo());
  }

  private void addList(@Nullable ListItem asked, @Nullable ListItem said) {
    listQuestions += asked == null ? 0 : 1;
    listSaid += said == null ? 0 : 1;
    listRight += asked != null && asked.equals(said) ? 1 : 0;
  }

  private static @Nullable ListItem said(@Nullable ListQuery query) {
    if (query == null || query.malformed() != Malformed.NONE) {
      return null;
    }
    StringBuilder zone = new StringBuilder();
    query.appendZone(zone);
    StringBuilder item = new StringBuilder();
    query.appendItem(item);
    return new ListItem(zone.toString(), query.kind(), ListNames.digits(item.toString()));
  }

  private void addSlip(LabelledName name, @Nullable TypoMatch match) {
    Slip slip = name.slip();
    if (slip != null) {
      slips++;
      if (match != null) {
        slipsSaid++;
        Target target = Objects.requireNonNull(match.target());
        targetsRight += target.domain().equals(slip.target()) ? 1 : 0;
        classesRight += match.typoClass() == slip.kind() ? 1 : 0;
      }
    } else if (name.cause() == Cause.UNREGISTERED) {
      benign++;
      benignMatched += match == null ? 0 : 1;
    }
  }

  /** The share of list questions whose list, kind and item were told. */
  public double listRecall() {
    return share(listRight, listQuestions);
  }

  /** The share of those told that were right. */
  public double listPrecision() {
    return share(listRight, listSaid);
  }

  /** The share of slips whose target was told. */
  public double rightTarget() {
    return share(targetsRight, slips);
  }

  /** The share of plain unregistered names that were taken for slips. */
  public double falseMatch() {
    return share(benignMatched, benign);
  }

  /** The figures in lines. */
  public String text() {
    return "lists: precision %.4f recall %.4f (zone, kind and item; %d questions)%n"
            .formatted(listPrecision(), listRecall(), listQuestions)
        + "slips: found %.4f, right target %.4f, right class %.4f (%d slips)%n"
            .formatted(share(slipsSaid, slips), rightTarget(), share(classesRight, slips), slips)
        + "slips: false match %.4f (%d unregistered domains)%n".formatted(falseMatch(), benign);
  }
}
