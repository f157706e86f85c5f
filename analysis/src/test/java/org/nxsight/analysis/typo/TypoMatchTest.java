package org.nxsight.analysis.typo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.Wire;

class TypoMatchTest {
  private static final TypoIndex INDEX = new TypoIndex(Targets.builtIn().all());
  private final TypoMatch match = new TypoMatch(INDEX);

  @ParameterizedTest
  @CsvSource({
    "gogle.com, google.com, OMISSION",
    "www.facebok.com, facebook.com, OMISSION",
    "gooogle.com, google.com, REPETITION",
    "facenbook.com, facebook.com, INSERTION",
    "facebopk.com, facebook.com, REPLACEMENT",
    "googel.com, google.com, TRANSPOSITION",
    "mictosoft.com, microsoft.com, REPLACEMENT",
    "miarosoft.com, microsoft.com, BIT_FLIP",
    "faceb00k.com, facebook.com, HOMOGLYPH",
    "rnicrosoft.com, microsoft.com, HOMOGLYPH",
    "xn--fcebook-8va.com, facebook.com, HOMOGLYPH",
    "xn--80ak6aa92e.com, apple.com, HOMOGLYPH",
    "googlecom, google.com, MISSING_DOT",
    "www.googlecom, google.com, MISSING_DOT",
    "googlecom.com, google.com, MISSING_DOT",
    "wwwgoogle.com, google.com, WWW_GLUED",
    "wwwcnn.com, cnn.com, WWW_GLUED",
    "'google,com', google.com, MISSING_DOT",
    "google-com.com, google.com, MISSING_DOT",
    "google.com.com, google.com, TLD_DOUBLED",
    "www.google.com.de, google.com, TLD_DOUBLED",
    "google.cmo, google.com, TLD_WRONG",
    "google.con, google.com, TLD_WRONG",
    "www.cnn.con, cnn.com, TLD_WRONG",
    "netflix.co, netflix.com, TLD_WRONG",
    "gogle.co, google.com, OMISSION",
    "amazon.co.ik, amazon.co.uk, TLD_WRONG",
    "face-book.com, facebook.com, HYPHEN",
    "tonline.de, t-online.de, HYPHEN",
    "facebooks.com, facebook.com, PLURAL",
    "microsaft.com, microsoft.com, VOWEL_SWAP",
    "outloook.com, outlook.com, REPETITION",
    "facebok.dk, facebook.com, OMISSION",
    "hotmial.com, hotmail.com, TRANSPOSITION"
  })
  void saysWhatWasMeantAndWhatWentWrong(String typed, String meant, TypoClass kind) {
    assertThat(match.set(Wire.of(typed), 0)).isTrue();
    assertThat(Objects.requireNonNull(match.target()).domain()).isEqualTo(meant);
    assertThat(match.typoClass()).isEqualTo(kind);
    assertThat(match.confidence()).isBetween(0.2, 1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google.com",
        "www.google.com",
        "nosuchhost.facebook.com",
        "amazon.de",
        "gogl.com",
        "xyzzyplugh.com",
        "google.dk",
        "google.lan",
        "com",
        ".",
        "facebok.lan",
        "\\000\\255.com",
        "xn--a.com",
        "xn--99999999.com",
        "x.\\000.y",
        "cnn.org",
        "netflix.com.br",
        "freemails.tk"
      })
  void matchesNothingElse(String name) {
    assertThat(match.set(Wire.of(name), 0)).as("%s", match.target()).isFalse();
    assertThat(match.target()).isNull();
    assertThat(match.typoClass()).isNull();
    assertThat(match.isMailProvider()).isFalse();
  }

  @Test
  void marksMailProviders() {
    assertThat(match.set(Wire.of("hotmali.com"), 0)).isTrue();
    assertThat(match.isMailProvider()).isTrue();
    assertThat(match.set(Wire.of("facebok.com"), 0)).isTrue();
    assertThat(match.isMailProvider()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "cix.net, cox.net",
    "gmal.com, gmail.com",
    "gmil.com, gmail.com",
    "wen.de, web.de",
    "gmx.dee, gmx.de",
    "gmail.co, gmail.com"
  })
  void findsMailProvidersOfAnyLength(String typed, String meant) {
    byte[] wire = Wire.of(typed);
    int suffix = PublicSuffixes.suffixOffset(wire, 0);
    assertThat(match.setMail(wire, PublicSuffixes.registrableOffset(wire, 0), suffix)).isTrue();
    assertThat(Objects.requireNonNull(match.target()).domain()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cix.org", "xyz.net", "facebok.com", "com"})
  void findsNoOtherMailProvider(String typed) {
    byte[] wire = Wire.of(typed);
    int suffix = PublicSuffixes.suffixOffset(wire, 0);
    assertThat(match.setMail(wire, PublicSuffixes.registrableOffset(wire, 0), suffix)).isFalse();
  }
}
