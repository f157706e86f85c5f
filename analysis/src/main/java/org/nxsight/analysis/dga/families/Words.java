package org.nxsight.analysis.dga.families;

import java.util.List;

/**
 * Common English words for families that join dictionary words. The families' own lists are others,
 * so no name of ours is one of theirs.
 */
final class Words {
  static final List<String> THINGS =
      List.of(
          """
          account action air animal answer apple arm army art baby back bag ball bank base bath bed
          bell bird blood board boat body bone book bottle box boy branch bread bridge brother
          building butter button cake camp capital car card carriage cat cause chain chair chance
          change child church circle city class clock cloth cloud coat coffee color comfort company
          copper copy cork corner cotton country cover credit crime crowd cup current curtain
          damage danger daughter day debt degree desk detail dinner direction discovery distance
          dog door doubt drawer dress driver dust ear earth edge education effect egg engine error
          evening event example exchange eye face fact family farm father feather field figure
          finger fire fish flag flame floor flower foot force forest form friend fruit garden girl
          glass glove gold grain grass ground group growth guide hair hammer hand harbor harmony
          hat head heart heat history hole hope horn horse hospital hour house idea industry ink
          insect iron island jewel journey judge kettle key kitchen knee knife knot lake land
          language law lead leaf leather letter library light line lip liquid list lock loss
          machine manager map mark market mass match meal measure metal middle milk mind mine
          minute mist money monkey month moon morning mother motion mountain mouth muscle music
          nail name nation neck needle night noise nose note number office oil orange order oven
          owner page paint paper parcel part paste peace pencil person picture pipe place plane
          plant plate play pocket point poison potato powder power price prison process profit
          property protest pump purpose quality question rail rain range rate reason record
          relation religion reward rhythm rice ring river road roll roof room root rule sail salt
          sand scale school science screw sea seat secretary seed shade shame ship shirt shock shoe
          side sign silver sister size skin sky sleep smoke snow soap society son song sound spoon
          spring square stage stamp star station steam steel stem step stomach stone store story
          street sugar summer sun support surprise system table tail task teacher thread throat
          thumb ticket time tin toe tongue tooth top town trade train tree trouble trousers turn
          umbrella unit use value vessel view voice walk wall war watch water wave wax way weather
          week weight wheel whip whistle wind window wine wing winter wire wood wool word work
          worm wound writing year
          """
              .trim()
              .split("\\s+"));
  static final List<String> ACTS =
      List.of(
          """
          accept add admit agree allow appear apply argue arrange arrive ask attack avoid bake
          become begin believe bend bite blow boil borrow break breathe bring build burn buy call
          carry catch choose clean climb close collect come compare complain consider contain
          continue cook count cover create cross cry cut dance decide deliver deny depend describe
          destroy develop discover discuss divide draw dream drink drive drop eat employ encourage
          enjoy enter escape examine exist expect explain fall feed feel fetch fight fill find
          finish fit fix float follow forget forgive gather get give grow guess happen hear help
          hide hit hold hunt imagine improve include increase invent invite join jump keep kick
          kill know laugh learn leave lend lift like listen live look lose love manage marry mean
          meet melt mend mention mix move need notice obey object offer open pass pay perform pick
          point pour praise prefer prepare press pretend prevent produce promise protect prove
          provide pull punish push put reach read receive recognize refuse remain remember remove
          repair repeat replace reply report rest return ride rise rub run save say search see
          seem sell send separate serve settle shake share shine shoot shout show shut sing sit
          sleep slide smell smile solve speak spend spread stand start stay steal stop strike
          study suffer suggest supply swim take talk taste teach tear tell thank think throw tie
          touch train travel treat trust try turn understand visit wait wake walk want warn wash
          waste watch wear wish win wonder worry write
          """
              .trim()
              .split("\\s+"));
  static final List<String> QUALITIES =
      List.of(
          """
          able acid angry bad beautiful bent bitter black blue boiling bright broken brown cheap
          clean clear cold common complete complex conscious cruel dark dead dear deep delicate
          different dirty dry early elastic electric equal false fat feeble female fertile first
          fixed flat foolish free frequent full future general good great green grey happy hard
          healthy high hollow important kind last late left like living long loose loud low male
          married medical military narrow natural necessary new normal old open opposite parallel
          past physical political poor possible present private probable public quick quiet ready
          red regular responsible right rough round sad safe same second secret separate serious
          sharp short shut simple slow small smooth soft solid special sticky stiff straight
          strange strong sudden sweet tall thick thin tight tired true violent waiting warm wet
          white wide wise wrong yellow young
          """
              .trim()
              .split("\\s+"));

  private Words() {}
}
