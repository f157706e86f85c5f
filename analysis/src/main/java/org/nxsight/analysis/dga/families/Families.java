package org.nxsight.analysis.dga.families;

import java.util.List;
import java.util.stream.Stream;

/** The families that we have generators of. */
public final class Families {
  private static final List<Family> ALL =
      Stream.of(
              Conficker.families(),
              List.of(CryptoLocker.FAMILY, GameOverZeus.FAMILY, NewGoz.FAMILY, Necurs.FAMILY),
              List.of(Ramnit.FAMILY, DirCrypt.FAMILY, Banjori.FAMILY, Symmi.FAMILY, Tinba.FAMILY),
              List.of(Qakbot.FAMILY, Ranbyus.FAMILY, CoreBot.FAMILY, Chinad.FAMILY, MyDoom.FAMILY),
              List.of(Vidro.FAMILY, Shiotob.FAMILY, Sisron.FAMILY, MoneroDownloader.FAMILY),
              List.of(
                  Simda.FAMILY,
                  Qadars.FAMILY,
                  Zloader.FAMILY,
                  RanbyusV2.FAMILY,
                  SharkBot.FAMILY,
                  Dyre.FAMILY),
              List.of(Nymaim.FAMILY, PykspaOld.FAMILY, Pushdo.FAMILY, Vawtrak.FAMILY),
              List.of(Suppobox.FAMILY, Gozi.FAMILY),
              Kraken.families(),
              Pykspa.families(),
              Fobber.families(),
              PadCrypt.families(),
              SupplyChain.families(),
              ScriptHash.families(),
              Locky.families(),
              MurofetV3.families(),
              AlikeFamilies.all(),
              WordFamilies.all())
          .flatMap(List::stream)
          .toList();

  private Families() {}

  /** Every family, each name once. */
  public static List<Family> all() {
    return ALL;
  }
}
