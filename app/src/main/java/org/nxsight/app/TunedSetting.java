package org.nxsight.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Tuning;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A setting of findings with the value that the user wants, as in {@code SPIKE.failures=200}.
 *
 * @param setting what is set
 * @param value one that makes sense for it
 */
record TunedSetting(Setting setting, double value) {
  /** Reads one. */
  static final class Reader implements ITypeConverter<TunedSetting> {
    @Override
    public TunedSetting convert(String text) {
      int sign = text.indexOf('=');
      if (sign < 0) {
        throw new TypeConversionException(
            "'" + Printable.of(text) + "' has no value: SPIKE.failures=200 would do");
      }
      Setting setting = setting(text.substring(0, sign));
      return new TunedSetting(setting, value(setting, text.substring(sign + 1)));
    }

    /** The case of letters does not matter, as with kinds. */
    private static Setting setting(String text) {
      for (Setting setting : Setting.values()) {
        if (setting.text().equalsIgnoreCase(text)) {
          return setting;
        }
      }
      throw new TypeConversionException(
          "there is no setting " + Printable.of(text) + "; " + advice(text));
    }

    private static String advice(String text) {
      int dot = Math.max(0, text.indexOf('.'));
      String usual =
          text.substring(0, dot).toUpperCase(Locale.ROOT)
              + text.substring(dot).toLowerCase(Locale.ROOT);
      List<String> known = Arrays.stream(Setting.values()).map(Setting::text).toList();
      return NearestWord.of(usual, known)
          .map(nearest -> "did you mean " + nearest + "?")
          .orElse("'nxsight findings --kinds' lists them");
    }

    private static double value(Setting setting, String text) {
      try {
        double value = Double.parseDouble(text);
        if (setting.unit().accepts(value)) {
          return value;
        }
      } catch (NumberFormatException _) {
        // told below, as what is out of range
      }
      throw new TypeConversionException(
          setting.text()
              + " is '"
              + Printable.of(text)
              + "', and "
              + setting.unit().accepted()
              + " is expected");
    }
  }

  /** All that the user wants; what is said last of a setting counts. */
  static Tuning tuning(List<TunedSetting> wanted) {
    return Tuning.of(
        wanted.stream()
            .collect(
                Collectors.toMap(TunedSetting::setting, TunedSetting::value, (_, later) -> later)));
  }
}
