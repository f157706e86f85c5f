package org.nxsight.app.golden;

import java.util.List;
import java.util.stream.Stream;
import org.nxsight.app.Packing;

/**
 * A capture and what must become of it.
 *
 * @param name of its folder
 * @param claim what it shows, in a sentence
 * @param capture its packets
 * @param counts the numbers of the summary, as in {@code answered=1 left_out.mdns=2}; each one that
 *     is not named must be 0
 * @param options given to {@code nxsight run} besides
 * @param packing how its file is compressed
 * @param asStandardInput whether it is read from the standard input
 */
record GoldenCase(
    String name,
    String claim,
    CaptureBuilder capture,
    String counts,
    List<String> options,
    Packing packing,
    boolean asStandardInput) {

  static GoldenCase golden(String name, String claim, CaptureBuilder capture, String counts) {
    return new GoldenCase(name, claim, capture, counts, List.of(), Packing.NONE, false);
  }

  /** All there are. */
  static List<GoldenCase> all() {
    return Stream.of(
            PairingCases.all(),
            SplitCases.all(),
            NameCases.all(),
            LeftOutCases.all(),
            LinkCases.all(),
            FileCases.all())
        .flatMap(List::stream)
        .toList();
  }

  GoldenCase options(String... more) {
    return new GoldenCase(name, claim, capture, counts, List.of(more), packing, asStandardInput);
  }

  GoldenCase packed(Packing how) {
    return new GoldenCase(name, claim, capture, counts, options, how, asStandardInput);
  }

  GoldenCase fromStandardInput() {
    return new GoldenCase(name, claim, capture, counts, options, packing, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
