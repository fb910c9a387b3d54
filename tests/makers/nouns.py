"""The nouns that made documents count, every form typed out; a test counts on no rule of the reader's.

A line is: lemma, gender, kind, then genitive, dative, accusative and locative singular, then the five
cases of the plural in the order nominative, genitive, dative, accusative, locative; `-` where there is no form.
"""

from __future__ import annotations

from tests.makers.words import Noun, noun_of_line

_COMMON = """
seminārs m event semināra semināram semināru seminārā semināri semināru semināriem seminārus semināros
vebinārs m event vebināra vebināram vebināru vebinārā vebināri vebināru vebināriem vebinārus vebināros
forums m event foruma forumam forumu forumā forumi forumu forumiem forumus forumos
pasākums m event pasākuma pasākumam pasākumu pasākumā pasākumi pasākumu pasākumiem pasākumus pasākumos
koncerts m event koncerta koncertam koncertu koncertā koncerti koncertu koncertiem koncertus koncertos
festivāls m event festivāla festivālam festivālu festivālā festivāli festivālu festivāliem festivālus festivālos
plenērs m event plenēra plenēram plenēru plenērā plenēri plenēru plenēriem plenērus plenēros
brauciens m event brauciena braucienam braucienu braucienā braucieni braucienu braucieniem braucienus braucienos
konkurss m event konkursa konkursam konkursu konkursā konkursi konkursu konkursiem konkursus konkursos
pārgājiens m event pārgājiena pārgājienam pārgājienu pārgājienā pārgājieni pārgājienu pārgājieniem pārgājienus pārgājienos
treniņš m event treniņa treniņam treniņu treniņā treniņi treniņu treniņiem treniņus treniņos
nodarbība f event nodarbības nodarbībai nodarbību nodarbībā nodarbības nodarbību nodarbībām nodarbības nodarbībās
diskusija f event diskusijas diskusijai diskusiju diskusijā diskusijas diskusiju diskusijām diskusijas diskusijās
konsultācija f event konsultācijas konsultācijai konsultāciju konsultācijā konsultācijas konsultāciju konsultācijām konsultācijas konsultācijās
darbnīca f event darbnīcas darbnīcai darbnīcu darbnīcā darbnīcas darbnīcu darbnīcām darbnīcas darbnīcās
lekcija f event lekcijas lekcijai lekciju lekcijā lekcijas lekciju lekcijām lekcijas lekcijās
ekskursija f event ekskursijas ekskursijai ekskursiju ekskursijā ekskursijas ekskursiju ekskursijām ekskursijas ekskursijās
talka f event talkas talkai talku talkā talkas talku talkām talkas talkās
sesija f event sesijas sesijai sesiju sesijā sesijas sesiju sesijām sesijas sesijās
intervija f event intervijas intervijai interviju intervijā intervijas interviju intervijām intervijas intervijās
aptauja f event aptaujas aptaujai aptauju aptaujā aptaujas aptauju aptaujām aptaujas aptaujās
sanāksme f event sanāksmes sanāksmei sanāksmi sanāksmē sanāksmes sanāksmju sanāksmēm sanāksmes sanāksmēs
izstāde f event izstādes izstādei izstādi izstādē izstādes izstāžu izstādēm izstādes izstādēs
nometne f event nometnes nometnei nometni nometnē nometnes nometņu nometnēm nometnes nometnēs
konference f event konferences konferencei konferenci konferencē konferences konferenču konferencēm konferences konferencēs
vizīte f event vizītes vizītei vizīti vizītē vizītes vizīšu vizītēm vizītes vizītēs
meistarklase f event meistarklases meistarklasei meistarklasi meistarklasē meistarklases meistarklašu meistarklasēm meistarklases meistarklasēs
sapulce f event sapulces sapulcei sapulci sapulcē sapulces sapulču sapulcēm sapulces sapulcēs
aktivitāte f event aktivitātes aktivitātei aktivitāti aktivitātē aktivitātes aktivitāšu aktivitātēm aktivitātes aktivitātēs
apspriede f event apspriedes apspriedei apspriedi apspriedē apspriedes apspriežu apspriedēm apspriedes apspriedēs
tikšanās f event tikšanās - tikšanos - tikšanās tikšanos - tikšanās -
satikšanās f event satikšanās - satikšanos - satikšanās satikšanos - satikšanās -
sacensības f event - - - - sacensības sacensību sacensībām sacensības sacensībās
mācības f event - - - - mācības mācību mācībām mācības mācībās
svētki m event - - - - svētki svētku svētkiem svētkus svētkos
gadatirgus m event gadatirgus gadatirgum gadatirgu gadatirgū gadatirgi gadatirgu gadatirgiem gadatirgus gadatirgos
raksts m thing raksta rakstam rakstu rakstā raksti rakstu rakstiem rakstus rakstos
ieraksts m thing ieraksta ierakstam ierakstu ierakstā ieraksti ierakstu ierakstiem ierakstus ierakstos
buklets m thing bukleta bukletam bukletu bukletā bukleti bukletu bukletiem bukletus bukletos
materiāls m thing materiāla materiālam materiālu materiālā materiāli materiālu materiāliem materiālus materiālos
ziņojums m thing ziņojuma ziņojumam ziņojumu ziņojumā ziņojumi ziņojumu ziņojumiem ziņojumus ziņojumos
pieteikums m thing pieteikuma pieteikumam pieteikumu pieteikumā pieteikumi pieteikumu pieteikumiem pieteikumus pieteikumos
plakāts m thing plakāta plakātam plakātu plakātā plakāti plakātu plakātiem plakātus plakātos
projekts m thing projekta projektam projektu projektā projekti projektu projektiem projektus projektos
apliecinājums m thing apliecinājuma apliecinājumam apliecinājumu apliecinājumā apliecinājumi apliecinājumu apliecinājumiem apliecinājumus apliecinājumos
modelis m thing modeļa modelim modeli modelī modeļi modeļu modeļiem modeļus modeļos
ceļvedis m thing ceļveža ceļvedim ceļvedi ceļvedī ceļveži ceļvežu ceļvežiem ceļvežus ceļvežos
baneris m thing banera banerim baneri banerī baneri baneru baneriem banerus baneros
modulis m thing moduļa modulim moduli modulī moduļi moduļu moduļiem moduļus moduļos
brošūra f thing brošūras brošūrai brošūru brošūrā brošūras brošūru brošūrām brošūras brošūrās
rokasgrāmata f thing rokasgrāmatas rokasgrāmatai rokasgrāmatu rokasgrāmatā rokasgrāmatas rokasgrāmatu rokasgrāmatām rokasgrāmatas rokasgrāmatās
lapa f thing lapas lapai lapu lapā lapas lapu lapām lapas lapās
publikācija f thing publikācijas publikācijai publikāciju publikācijā publikācijas publikāciju publikācijām publikācijas publikācijās
filma f thing filmas filmai filmu filmā filmas filmu filmām filmas filmās
stratēģija f thing stratēģijas stratēģijai stratēģiju stratēģijā stratēģijas stratēģiju stratēģijām stratēģijas stratēģijās
programma f thing programmas programmai programmu programmā programmas programmu programmām programmas programmās
anketa f thing anketas anketai anketu anketā anketas anketu anketām anketas anketās
vēstule f thing vēstules vēstulei vēstuli vēstulē vēstules vēstuļu vēstulēm vēstules vēstulēs
atskaite f thing atskaites atskaitei atskaiti atskaitē atskaites atskaišu atskaitēm atskaites atskaitēs
kartīte f thing kartītes kartītei kartīti kartītē kartītes kartīšu kartītēm kartītes kartītēs
avīze f thing avīzes avīzei avīzi avīzē avīzes avīžu avīzēm avīzes avīzēs
video m thing video video video video video video video video video
foto m thing foto foto foto foto foto foto foto foto foto
dalībnieks m person dalībnieka dalībniekam dalībnieku dalībniekā dalībnieki dalībnieku dalībniekiem dalībniekus dalībniekos
skolotājs m person skolotāja skolotājam skolotāju skolotājā skolotāji skolotāju skolotājiem skolotājus skolotājos
seniors m person seniora senioram senioru seniorā seniori senioru senioriem seniorus senioros
skolēns m person skolēna skolēnam skolēnu skolēnā skolēni skolēnu skolēniem skolēnus skolēnos
speciālists m person speciālista speciālistam speciālistu speciālistā speciālisti speciālistu speciālistiem speciālistus speciālistos
bērns m person bērna bērnam bērnu bērnā bērni bērnu bērniem bērnus bērnos
apmeklētājs m person apmeklētāja apmeklētājam apmeklētāju apmeklētājā apmeklētāji apmeklētāju apmeklētājiem apmeklētājus apmeklētājos
eksperts m person eksperta ekspertam ekspertu ekspertā eksperti ekspertu ekspertiem ekspertus ekspertos
biedrs m person biedra biedram biedru biedrā biedri biedru biedriem biedrus biedros
jaunietis m person jaunieša jaunietim jaunieti jaunietī jaunieši jauniešu jauniešiem jauniešus jauniešos
pārstāvis m person pārstāvja pārstāvim pārstāvi pārstāvī pārstāvji pārstāvju pārstāvjiem pārstāvjus pārstāvjos
līderis m person līdera līderim līderi līderī līderi līderu līderiem līderus līderos
audzēknis m person audzēkņa audzēknim audzēkni audzēknī audzēkņi audzēkņu audzēkņiem audzēkņus audzēkņos
viesis m person viesa viesim viesi viesī viesi viesu viesiem viesus viesos
pilsonis m person pilsoņa pilsonim pilsoni pilsonī pilsoņi pilsoņu pilsoņiem pilsoņus pilsoņos
persona f person personas personai personu personā personas personu personām personas personās
sieviete f person sievietes sievietei sievieti sievietē sievietes sieviešu sievietēm sievietes sievietēs
meitene f person meitenes meitenei meiteni meitenē meitenes meiteņu meitenēm meitenes meitenēs
ģimene f person ģimenes ģimenei ģimeni ģimenē ģimenes ģimeņu ģimenēm ģimenes ģimenēs
dalībniece f person dalībnieces dalībniecei dalībnieci dalībniecē dalībnieces dalībnieču dalībniecēm dalībnieces dalībniecēs
brīvprātīgais m person brīvprātīgā brīvprātīgajam brīvprātīgo brīvprātīgajā brīvprātīgie brīvprātīgo brīvprātīgajiem brīvprātīgos brīvprātīgajos
novads m body novada novadam novadu novadā novadi novadu novadiem novadus novados
pagasts m body pagasta pagastam pagastu pagastā pagasti pagastu pagastiem pagastus pagastos
uzņēmums m body uzņēmuma uzņēmumam uzņēmumu uzņēmumā uzņēmumi uzņēmumu uzņēmumiem uzņēmumus uzņēmumos
klubs m body kluba klubam klubu klubā klubi klubu klubiem klubus klubos
centrs m body centra centram centru centrā centri centru centriem centrus centros
koris m body kora korim kori korī kori koru koriem korus koros
ansamblis m body ansambļa ansamblim ansambli ansamblī ansambļi ansambļu ansambļiem ansambļus ansambļos
biedrība f body biedrības biedrībai biedrību biedrībā biedrības biedrību biedrībām biedrības biedrībās
organizācija f body organizācijas organizācijai organizāciju organizācijā organizācijas organizāciju organizācijām organizācijas organizācijās
skola f body skolas skolai skolu skolā skolas skolu skolām skolas skolās
bibliotēka f body bibliotēkas bibliotēkai bibliotēku bibliotēkā bibliotēkas bibliotēku bibliotēkām bibliotēkas bibliotēkās
pašvaldība f body pašvaldības pašvaldībai pašvaldību pašvaldībā pašvaldības pašvaldību pašvaldībām pašvaldības pašvaldībās
vieta f body vietas vietai vietu vietā vietas vietu vietām vietas vietās
grupa f body grupas grupai grupu grupā grupas grupu grupām grupas grupās
universitāte f body universitātes universitātei universitāti universitātē universitātes universitāšu universitātēm universitātes universitātēs
draudze f body draudzes draudzei draudzi draudzē draudzes draudžu draudzēm draudzes draudzēs
valsts f body valsts valstij valsti valstī valstis valstu valstīm valstis valstīs
telts f thing telts teltij telti teltī teltis telšu teltīm teltis teltīs
NVO f body NVO NVO NVO NVO NVO NVO NVO NVO NVO
akmens m thing akmens akmenim akmeni akmenī akmeņi akmeņu akmeņiem akmeņus akmeņos
"""

COMMON_NOUNS: tuple[Noun, ...] = tuple(noun_of_line(line) for line in _COMMON.split("\n") if line)
