package org.nxsight.bench.evaluate;

import java.util.List;

/** Words that names are made of, written for this purpose. */
public final class Words {
  public static final List<String> ENGLISH =
      words(
          """
          maple harbor copper garden thunder window pocket lantern meadow canyon bridge velvet \
          anchor saddle timber orchard compass feather granite ribbon candle falcon river summit \
          coastal urban modern little happy golden silver crystal royal prime rapid smart bright \
          pure wild green blue coffee bakery travel yoga fitness wedding photo studio design \
          dental legal finance capital estate rental roofing plumbing tutoring catering moving \
          cleaning repair auto motors bikes boats fishing hunting kitchen bathroom flooring paint \
          solar energy water health clinic therapy nursing pharma vision hearing school academy \
          college museum gallery theater music guitar drum record vinyl comics games puzzle toys \
          baby kids family senior pets puppy kitten horse farm ranch valley hills lake island \
          beach ocean desert forest mountain north south east west central county city town \
          village street market store outlet bargain coupon deals club forum wiki blog news daily \
          weekly tribune journal magazine books reader writer poetry press print paper supply \
          tools hardware steel iron concrete glass wood leather fabric fashion shoes jewelry watch
          """);
  public static final List<String> OTHERS =
      words(
          """
          schreinerei fahrschule gasthof metzgerei rathaus stadtwerke gemeinde ferienwohnung \
          zahnarzt rechtsanwalt versicherung autohaus getraenke blumen garten haus bau holz \
          boulangerie mairie coiffure immobilier cabinet voyages maison jardin cuisine ecole \
          ristorante agriturismo farmacia ottica studio casa vino pizzeria officina scuola \
          panaderia abogados viajes tienda mundo salud escuela ferreteria inmobiliaria zapatos \
          padaria advogados imoveis escola saude moda livraria mercado festa sabor \
          kwiaciarnia sklep meble hurtownia przedszkole okna drzwi remonty \
          bloemen fietsen makelaar tandarts slagerij bakkerij woning kapper \
          remont stroy magazin avto okna dveri mebel dostavka
          """);
  public static final List<String> SYLLABLES =
      words(
          """
          zhang wang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng \
          liang xie song tang han feng deng xiao cheng yuan qing hua ming jian hong wei jing \
          long xin tian shan hai yu bao jia le fu gui da dong xi nan bei mei li guang
          """);
  public static final List<String> FIRST_NAMES =
      words(
          """
          anna peter julia markus sophie thomas laura kevin emily jacob olivia noah mia liam \
          carlos lucia marta javier giulia marco luca chiara pierre camille hugo lea anton dmitri \
          svetlana piotr agnieszka jan katarzyna lars ingrid sven mehmet ayse fatima omar priya \
          rahul sanjay yuki kenji haruto mohammed nguyen david sarah john michael jessica
          """);
  public static final List<String> LAST_NAMES =
      words(
          """
          smith johnson brown miller wilson anderson thompson garcia martinez rodriguez lopez \
          mueller schneider fischer weber wagner becker hoffmann schulz keller vogel dubois moreau \
          laurent girard rossi russo ferrari bianchi romano silva santos oliveira souza kowalski \
          nowak wisniewski jansen devries bakker visser hansen nielsen johansson larsson korhonen \
          yilmaz demir kaya patel sharma gupta tanaka suzuki watanabe
          """);
  public static final List<String> HOSTS =
      words(
          """
          www www2 web web01 web-prod api api-v2 dev staging stage qa uat preprod beta old new \
          legacy mail mail2 smtp smtp-out mx1 mx2 imap pop webmail owa exchange ftp sftp files \
          cloud nas backup vpn vpn2 remote rdp citrix gw gateway fw01 router1 switch3 core-sw1 \
          ns1 ns2 ns3 dns1 db db01 mysql postgres redis elastic kibana grafana prometheus \
          jenkins gitlab jira wiki confluence intranet portal shop store blog forum support help \
          status cdn static img images media assets video stream m mobile app apps admin panel \
          cpanel whm secure login sso auth idp crm erp sap hr payroll print01 scanner cam1 \
          camera nvr pbx voip sip1 phone test2 demo lab build ci monitor zabbix nagios syslog2 \
          proxy3 ntp1 time-tracker puppetdb unifi-old k8s-node7 worker-12 esxi04 srv-dc01
          """);
  public static final List<String> PLACES =
      words("fra ams lon nyc lax sin hkg tyo syd par mad mil waw sto dub ber muc zrh vie prg");
  public static final List<String> SUFFIXES =
      words(
          """
          com com com com com com com com net net org org info biz de de de co.uk co.uk fr it es nl \
          pl ru com.br com.au ca ch at be se dk no fi cz ro hu gr pt ie co.jp jp cn com.cn in \
          co.in co.za com.mx com.ar com.tr ua us eu io co me tv shop online site xyz top club app dev
          """);

  private Words() {}

  static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }
}
