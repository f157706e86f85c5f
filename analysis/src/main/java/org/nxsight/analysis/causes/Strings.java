package org.nxsight.analysis.causes;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.TopLevel;

/** Names that are none: URLs, addresses, paths, files; and placeholders. */
final class Strings implements Rule {
  private static final LabelSet FILE_ENDINGS =
      LabelSet.of(
          """
          html htm xhtml shtml php php3 php5 phtml asp aspx jsp jspx cgi js mjs css scss json xml \
          xsl xsd rss txt text rtf pdf doc docx dot xls xlsx xlsm csv ppt pptx odt ods odp jpg jpeg \
          png gif bmp ico svg tif tiff webp psd exe dll sys bat cmd com1 msi msp vbs ps1 psm1 reg \
          lnk scr hta cfg conf config ini inf log tmp temp bak old orig swp dat db sqlite sql mdb \
          rar gz tgz tar bz2 xz 7z iso img dmg vmdk ova deb rpm apk ipa jar war ear class py3 pyc \
          rb lua mp3 mp4 m4a m4v avi mkv flv mpg mpeg ogg wav wma wmv m3u m3u8 woff woff2 ttf otf \
          eot swf yml yaml toml lock pem crt cer csr p12 pfx jks key asc sig torrent eml msg ics \
          vcf tpl tmpl inc map wsdl wasm bin
          """);

  /** What stands around the names of placeholders. */
  private static final String PLACEHOLDER_MARKS = "{}<>[]()$%";

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    return marks(failure, labels, diagnosis) || lastLabel(failure, labels, diagnosis);
  }

  /** Octets that host names do not have. */
  private static boolean marks(Failure failure, Labels labels, Diagnosis diagnosis) {
    @Nullable Sign sign = null;
    @Nullable Sign soft = null;
    boolean placeholder = false;
    for (int label = 0; label < labels.count(); label++) {
      for (int i = 0; i < labels.length(label); i++) {
        int octet = labels.octet(label, i);
        if (isOfHosts(octet)) {
          continue;
        }
        placeholder |= isPlaceholder(labels, label, i);
        Sign found = sign(octet);
        if (found != null && !isExpected(failure, labels, label, found)) {
          boolean isSoft = PLACEHOLDER_MARKS.indexOf(octet) >= 0;
          soft = isSoft ? found : soft;
          sign = isSoft ? sign : found;
        }
      }
    }
    // {{host}} is left in a configuration, but http://{{host}}/ and [2001:db8::1] are no names.
    if (sign == null && placeholder) {
      return diagnosis.found(Cause.PLACEHOLDER, 0.9f, Sign.PLACEHOLDER_OCTETS);
    }
    sign = sign == null ? soft : sign;
    return sign != null && diagnosis.found(Cause.NON_DNS_STRING, 0.9f, sign);
  }

  /** Letters, digits, hyphens and underscores: all that most names have. */
  private static boolean isOfHosts(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '_';
  }

  private static @Nullable Sign sign(int octet) {
    return switch (octet) {
      case '/',
          '\\',
          ':',
          '?',
          '=',
          '&',
          '#',
          ';',
          ',',
          '|',
          '"',
          '\'',
          '(',
          ')',
          '%',
          '+',
          '~',
          '`',
          '^',
          '!',
          '{',
          '}',
          '[',
          ']',
          '<',
          '>',
          '$',
          '.' ->
          Sign.URL_OR_PATH;
      case '@' -> Sign.MAIL_ADDRESS;
      default -> octet <= ' ' || octet >= 0x7f ? Sign.CONTROL_OCTETS : null;
    };
  }

  /** Service instances have names for people, and parts of the reverse tree are named 0/25. */
  private static boolean isExpected(Failure failure, Labels labels, int label, Sign sign) {
    return sign != Sign.MAIL_ADDRESS
        && (failure.cut().isReverse() || labels.startsWith(label + 1, "_"));
  }

  /**
   * {@code {{host}}}, {@code ${host}}, {@code <host>}, {@code %(host)s}, {@code %s}, {@code
   * %HOST%}.
   */
  private static boolean isPlaceholder(Labels labels, int label, int i) {
    int octet = labels.octet(label, i);
    if (octet == '{' || octet == '$' || octet == '<' || octet == '[') {
      return true;
    }
    int next = i + 1 < labels.length(label) ? labels.octet(label, i + 1) : 0;
    boolean last = i + 2 >= labels.length(label);
    return octet == '%'
        && (next == '('
            || ((next == 's' || next == 'd') && last)
            || (next > 'f' && next <= 'z' && labels.octet(label, labels.length(label) - 1) == '%'));
  }

  private static boolean lastLabel(Failure failure, Labels labels, Diagnosis diagnosis) {
    int last = labels.count() - 1;
    if (last < 0
        || failure.cut().topLevel() == TopLevel.DELEGATED
        || labels.startsWith(last - 1, "_")) {
      return false;
    }
    if (isNumber(labels, last)) {
      return diagnosis.found(Cause.NON_DNS_STRING, 0.95f, Sign.ADDRESS);
    }
    return last > 0
        && labels.isIn(last, FILE_ENDINGS)
        && diagnosis.found(Cause.NON_DNS_STRING, 0.9f, Sign.FILE_NAME);
  }

  private static boolean isNumber(Labels labels, int label) {
    for (int i = 0; i < labels.length(label); i++) {
      int octet = labels.octet(label, i);
      if (octet < '0' || octet > '9') {
        return false;
      }
    }
    return true;
  }
}
