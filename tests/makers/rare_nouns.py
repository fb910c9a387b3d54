"""Nouns of other ministries' tasks, which no vocabulary of this field holds; lines as in `nouns.py`."""

from __future__ import annotations

from tests.makers.words import Noun, noun_of_line

_RARE = """
inhalators m thing inhalatora inhalatoram inhalatoru inhalatorā inhalatori inhalatoru inhalatoriem inhalatorus inhalatoros
defibrilators m thing defibrilatora defibrilatoram defibrilatoru defibrilatorā defibrilatori defibrilatoru defibrilatoriem defibrilatorus defibrilatoros
mikroskops m thing mikroskopa mikroskopam mikroskopu mikroskopā mikroskopi mikroskopu mikroskopiem mikroskopus mikroskopos
ratiņkrēsls m thing ratiņkrēsla ratiņkrēslam ratiņkrēslu ratiņkrēslā ratiņkrēsli ratiņkrēslu ratiņkrēsliem ratiņkrēslus ratiņkrēslos
tilts m thing tilta tiltam tiltu tiltā tilti tiltu tiltiem tiltus tiltos
hidrants m thing hidranta hidrantam hidrantu hidrantā hidranti hidrantu hidrantiem hidrantus hidrantos
traktors m thing traktora traktoram traktoru traktorā traktori traktoru traktoriem traktorus traktoros
strops m thing stropa stropam stropu stropā stropi stropu stropiem stropus stropos
krātiņš m thing krātiņa krātiņam krātiņu krātiņā krātiņi krātiņu krātiņiem krātiņus krātiņos
akvārijs m thing akvārija akvārijam akvāriju akvārijā akvāriji akvāriju akvārijiem akvārijus akvārijos
spilvens m thing spilvena spilvenam spilvenu spilvenā spilveni spilvenu spilveniem spilvenus spilvenos
radiators m thing radiatora radiatoram radiatoru radiatorā radiatori radiatoru radiatoriem radiatorus radiatoros
gobelēns m thing gobelēna gobelēnam gobelēnu gobelēnā gobelēni gobelēnu gobelēniem gobelēnus gobelēnos
skaitītājs m thing skaitītāja skaitītājam skaitītāju skaitītājā skaitītāji skaitītāju skaitītājiem skaitītājus skaitītājos
siltumsūknis m thing siltumsūkņa siltumsūknim siltumsūkni siltumsūknī siltumsūkņi siltumsūkņu siltumsūkņiem siltumsūkņus siltumsūkņos
dambis m thing dambja dambim dambi dambī dambji dambju dambjiem dambjus dambjos
kuģis m thing kuģa kuģim kuģi kuģī kuģi kuģu kuģiem kuģus kuģos
būris m thing būra būrim būri būrī būri būru būriem būrus būros
ķieģelis m thing ķieģeļa ķieģelim ķieģeli ķieģelī ķieģeļi ķieģeļu ķieģeļiem ķieģeļus ķieģeļos
skurstenis m thing skursteņa skurstenim skursteni skurstenī skursteņi skursteņu skursteņiem skursteņus skursteņos
matracis m thing matrača matracim matraci matracī matrači matraču matračiem matračus matračos
siltumnīca f thing siltumnīcas siltumnīcai siltumnīcu siltumnīcā siltumnīcas siltumnīcu siltumnīcām siltumnīcas siltumnīcās
caurteka f thing caurtekas caurtekai caurteku caurtekā caurtekas caurteku caurtekām caurtekas caurtekās
laiva f thing laivas laivai laivu laivā laivas laivu laivām laivas laivās
ampula f thing ampulas ampulai ampulu ampulā ampulas ampulu ampulām ampulas ampulās
gulta f thing gultas gultai gultu gultā gultas gultu gultām gultas gultās
sega f thing segas segai segu segā segas segu segām segas segās
freska f thing freskas freskai fresku freskā freskas fresku freskām freskas freskās
senlieta f thing senlietas senlietai senlietu senlietā senlietas senlietu senlietām senlietas senlietās
šļūtene f thing šļūtenes šļūtenei šļūteni šļūtenē šļūtenes šļūteņu šļūtenēm šļūtenes šļūtenēs
flīze f thing flīzes flīzei flīzi flīzē flīzes flīžu flīzēm flīzes flīzēs
caurule f thing caurules caurulei cauruli caurulē caurules cauruļu caurulēm caurules caurulēs
protēze f thing protēzes protēzei protēzi protēzē protēzes protēžu protēzēm protēzes protēzēs
ortoze f thing ortozes ortozei ortozi ortozē ortozes ortožu ortozēm ortozes ortozēs
tablete f thing tabletes tabletei tableti tabletē tabletes tablešu tabletēm tabletes tabletēs
šļirce f thing šļirces šļircei šļirci šļircē šļirces šļirču šļircēm šļirces šļircēs
nots f thing nots notij noti notī notis nošu notīm notis notīs
dzirkles f thing - - - - dzirkles dzirkļu dzirklēm dzirkles dzirklēs
pianino m thing pianino pianino pianino pianino pianino pianino pianino pianino pianino
depo m thing depo depo depo depo depo depo depo depo depo
bīskaps m person bīskapa bīskapam bīskapu bīskapā bīskapi bīskapu bīskapiem bīskapus bīskapos
jūrnieks m person jūrnieka jūrniekam jūrnieku jūrniekā jūrnieki jūrnieku jūrniekiem jūrniekus jūrniekos
ornitologs m person ornitologa ornitologam ornitologu ornitologā ornitologi ornitologu ornitologiem ornitologus ornitologos
donors m person donora donoram donoru donorā donori donoru donoriem donorus donoros
biškopis m person biškopja biškopim biškopi biškopī biškopji biškopju biškopjiem biškopjus biškopjos
vecmāte f person vecmātes vecmātei vecmāti vecmātē vecmātes vecmāšu vecmātēm vecmātes vecmātēs
mežsardze f person mežsardzes mežsardzei mežsardzi mežsardzē mežsardzes mežsardžu mežsardzēm mežsardzes mežsardzēs
alnis m thing aļņa alnim alni alnī aļņi aļņu aļņiem aļņus aļņos
briedis m thing brieža briedim briedi briedī brieži briežu briežiem briežus briežos
lūsis m thing lūša lūsim lūsi lūsī lūši lūšu lūšiem lūšus lūšos
cālis m thing cāļa cālim cāli cālī cāļi cāļu cāļiem cāļus cāļos
ūdensžurka f thing ūdensžurkas ūdensžurkai ūdensžurku ūdensžurkā ūdensžurkas ūdensžurku ūdensžurkām ūdensžurkas ūdensžurkās
aita f thing aitas aitai aitu aitā aitas aitu aitām aitas aitās
purvs m body purva purvam purvu purvā purvi purvu purviem purvus purvos
ezers m body ezera ezeram ezeru ezerā ezeri ezeru ezeriem ezerus ezeros
mikrorezerve f body mikrorezerves mikrorezervei mikrorezervi mikrorezervē mikrorezerves mikrorezervju mikrorezervēm mikrorezerves mikrorezervēs
pārvākšanās f event pārvākšanās - pārvākšanos - pārvākšanās pārvākšanos - pārvākšanās -
apņemšanās f event apņemšanās - apņemšanos - apņemšanās apņemšanos - apņemšanās -
injekcija f event injekcijas injekcijai injekciju injekcijā injekcijas injekciju injekcijām injekcijas injekcijās
infūzija f event infūzijas infūzijai infūziju infūzijā infūzijas infūziju infūzijām infūzijas infūzijās
vakcinācija f event vakcinācijas vakcinācijai vakcināciju vakcinācijā vakcinācijas vakcināciju vakcinācijām vakcinācijas vakcinācijās
deratizācija f event deratizācijas deratizācijai deratizāciju deratizācijā deratizācijas deratizāciju deratizācijām deratizācijas deratizācijās
potēšana f event potēšanas potēšanai potēšanu potēšanā potēšanas potēšanu potēšanām potēšanas potēšanās
"""

RARE_NOUNS: tuple[Noun, ...] = tuple(noun_of_line(line) for line in _RARE.split("\n") if line)
