package org.nxsight.analysis.dga;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Everything a {@link DgaScorer} knows, immutable and shared: the linear model, the second opinion,
 * and how they were made.
 *
 * @param about how the model was made and how good it measured, as {@code key value} lines
 */
public record DgaModel(
    LinearModel linear,
    Calibration linearScale,
    LanguageModels languages,
    WordFilter words,
    BoostedTrees trees,
    Calibration treesScale,
    GreyZone greyZone,
    String about) {
  private static final String SHIPPED = "dga.model";

  /**
   * The probabilities of the linear model between which the second opinion decides.
   *
   * @param above below it a name is not generated, says the linear model alone
   * @param below above it a name is generated, says the linear model alone
   */
  public record GreyZone(float above, float below) {
    boolean contains(float probability) {
      return probability >= above && probability <= below;
    }
  }

  /** The same model with another text about it. */
  public DgaModel withAbout(String text) {
    return new DgaModel(linear, linearScale, languages, words, trees, treesScale, greyZone, text);
  }

  /** The model that stands in this program. */
  public static DgaModel shipped() {
    try (InputStream in = DgaModel.class.getResourceAsStream(SHIPPED)) {
      return ModelFile.read(Objects.requireNonNull(in), SHIPPED);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
