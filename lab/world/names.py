"""The words the lab is made of: top-level domains, well-known domains, host names, and words to make more domains from."""

# Suffixes that hold delegations. The dotted ones are zones of their own below their top-level domain.
SUFFIXES = (
    "com net org info biz edu gov int eu de uk fr nl pl ru cn io co jp us ca au br in it es se ch at be cz me tv cc "
    "xyz top online shop site club app dev cloud email zip mov sh "
    "co.uk org.uk com.au com.br co.jp com.cn co.in"
).split()

# Roughly by fame: the place in this list is the rank in the query mix.
WELL_KNOWN = (
    "google.com youtube.com facebook.com amazon.com microsoft.com apple.com wikipedia.org netflix.com instagram.com "
    "cloudflare.com office.com live.com linkedin.com github.com gstatic.com googleapis.com icloud.com whatsapp.net "
    "yahoo.com bing.com akamai.net fastly.net doubleclick.net windows.net spotify.com reddit.com twitter.com "
    "zoom.us adobe.com skype.com debian.org ubuntu.com mozilla.org archlinux.org kernel.org gnu.org isc.org ripe.net "
    "ietf.org icann.org iana.org cisco.com oracle.com ibm.com dell.com intel.com nvidia.com samsung.com sony.co.jp "
    "paypal.com ebay.com ebay.de amazon.de amazon.co.uk google.de google.co.uk google.fr google.nl gmail.com gmx.de "
    "gmx.net web.de t-online.de outlook.com hotmail.com aol.com cox.net comcast.net verizon.net orange.fr free.fr "
    "laposte.net wp.pl onet.pl allegro.pl mail.ru yandex.ru vk.com baidu.com qq.com taobao.com yahoo.co.jp rakuten.co.jp "
    "bbc.co.uk theguardian.com nytimes.com cnn.com spiegel.de lemonde.fr elpais.es corriere.it booking.com airbnb.com "
    "uber.com dropbox.com slack.com wordpress.com wordpress.org tumblr.com pinterest.com twitch.tv stackoverflow.com "
    "npmjs.org pypi.org python.org docker.io docker.com kubernetes.io steampowered.com shopify.com wetransfer.com"
).split()

# Second level of names nobody knows: WORD1 + WORD2 + suffix.
WORDS = (
    "amber anchor apple atlas autumn baker basil beacon birch blue bright brook canyon cedar chalk clear cloud clover "
    "copper coral crane crest delta dover eagle east echo elm ember falcon fern field fir flint forest fox garden glass "
    "gold granite green grove harbor haven hazel heron hill honey iron ivy jade juniper kestrel lake lark laurel leaf "
    "lime linden lion lotus maple marble meadow mill mint moon moss north oak ocean olive orchid otter owl pearl pebble "
    "pine plum poplar prairie quartz rain raven reed ridge river robin rose ruby sage sand shore silver slate snow "
    "south spring spruce star stone summit sun swan tide timber topaz trail tulip valley violet walnut wave west "
    "willow wind winter wolf wren"
).split()
TRADES = (
    "market systems media studio travel bikes books coffee dental design energy films finance foods garage hotel kitchen "
    "labs legal logistics mail music paper photo print school shop soft sports tech tools toys trade works yoga"
).split()

HOSTS = (
    "www mail smtp imap pop ns1 ns2 api cdn static img images assets app m mobile blog shop store news login auth "
    "accounts portal vpn remote gw git ci dev test stage docs help support status forum wiki chat meet video download "
    "update time ntp db backup files share intranet print1 srv1 srv2 web1 web2 mx1 mx2 autodiscover"
).split()

# What a word list guesses and a typical zone does not have.
GUESSED_HOSTS = (
    "admin administrator backoffice beta cpanel webmail2 owa exchange sharepoint jenkins jira confluence gitlab grafana "
    "kibana prometheus phpmyadmin mysql postgres redis mongo elastic oldwww www1 www2 www3 secure billing payment hr "
    "crm erp sap citrix rdp ssh ftp2 ftp3 sftp nas storage camera router switch firewall proxy2 cache lb node1 node2 "
    "worker k8s rancher vault consul nomad minio s3 test2 uat qa preprod sandbox demo2 lab old new tmp temp archive"
).split()

PRIVATE_TLDS = (
    "local home corp lan internal localdomain mail router dlink belkin fritz intra private domain host workgroup "
    "dhcp openstacklocal kubernetes consul ctc totolink unifi"
).split()
