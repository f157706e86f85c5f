package org.nxsight.analysis.dga.families;

/** The 116 suffixes of Conficker C, in the order of the worm's table. */
final class ConfickerSuffixes {
  static final String[] ALL =
      ("ac ae ag am as at be bo bz ca cd ch cl cn co.cr co.id co.il co.ke co.kr co.nz co.ug co.uk"
              + " co.vi co.za com.ag com.ai com.ar com.bo com.br com.bs com.co com.do com.fj com.gh"
              + " com.gl com.gt com.hn com.jm com.ki com.lc com.mt com.mx com.ng com.ni com.pa"
              + " com.pe com.pr com.pt com.py com.sv com.tr com.tt com.tw com.ua com.uy com.ve cx"
              + " cz dj dk dm ec es fm fr gd gr gs gy hk hn ht hu ie im in ir is kn kz la lc li lu"
              + " lv ly md me mn ms mu mw my nf nl no pe pk pl ps ro ru sc sg sh sk su tc tj tl tn"
              + " to tw us vc vn")
          .split(" ");

  private ConfickerSuffixes() {}
}
