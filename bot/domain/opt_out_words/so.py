"""Somali. The negation is in the verb: "ha ii soo qorin", do not write to me."""

TABLE = """
stop: lambarkayga ka saar liiska | jooji | jooja | iska daa | iska daaya | joogso | jooji {fariimaha,farriimaha,fariinta,farriinta,sms}
  joojiya {fariimaha,farriimaha} | {waxaan ,}{rabaa,doonayaa} in{aan, aan} {joojiyo,ka baxo,iska joojiyo} | waxaan rabaa inaan ka baxo
  ka bax | iga saar | iga saara | iga jooji{,ya} {fariimaha,farriimaha}
not: ha | haa | weligaa ha | waligiin ha | fadlan ha | yaan | yaa | ma rabo in{aad, aad, la, ay, aydin, aad iigu}
  ma doonayo in{aad, aad, la}
nomore: ma rabo | ma doonayo | ma rabi | ma rabo inaan helo | uma baahni | ma rabo {dambe,mar dambe} | mar dambe ma rabo | anigu ma rabo
write: qor{in,ina,ina,to,tid,an} | {ila,i la,ilama} {soo ,}xidhiidhin{,a} | {ila,i la} {soo ,}xiriirin{,a} | soo xiriirin{,a}
  xiriirin{,a} | xidhiidhin{,a} | jawaabin{,a} | dhibin{,a} | {i ,}dhibina | qorin | qorina | qoraal | inaad ii soo qorto | soo qorto
  la soo xiriirto | ii qorto | qorto | soo qoraan | iila soo xiriirto | soo qorista | ii soo qorista | qorista | la soo xiriirida
call: wicin{,a} | soo wicin{,a} | i wicin{,a} | soo wacin{,a} | wacin{,a} | soo dirin taleefan
send: dirin{,a} | soo dirin{,a} | soo diraan | dirto | soo dirto | diridda | soo diridda | dirista | soo dirista | soo diro
message: fariin{,ta,o} | farriin{,ta,o} | fariimo | farriimo | fariimaha | farriimaha | sms | waxba | wax | text{,s} | qoraal{,lo}
  fariimo kale | wax fariin ah | wax farriin ah
stopping: jooji{,ya} | iska daa{,ya} | daa{,ya} | fadlan jooji{,ya} | ka jooji{,ya}
again: mar dambe | mar kale | dambe | danbe | mar danbe | abid | abidkiin | weli | waligaa | weligaa | hadda ka dib | kale
here: lambarkan | nambarkan | lambarkaan | taleefankan | telefoonkan | halkan | lambarkayga | taleefankayga | nambarkayga | lambarka
  telefonkan
me: ii | i | iigu | iga | ila | la | soo | aniga | igu | noo | u | ku | ah | oo | in | iin | iiga | kuwa | oo dhan | inaad | ii soo | kan
or: ama | iyo
remove: iga {saar,saara,tirtir,tir,tirtira} | ka {saar,saara,tirtir,tirtira} | tirtir | saar
list: liiska{, aad haysaan, idinka, ina} | liiskiina | liiskaaga | lambarkayga{, ka saar liiska} | nambarkayga | liiska lambarkayga
  lambarkayga liiska
polite: fadlan | mahadsanid | mahadsanidiin | waad mahadsan tahay | waad mahadsan tihiin | waan ku mahadsan ahay | raali ahow
  raalli ahow | iga raali ahow | iga raalli ahow | salaan | asc | assalamu calaykum | salaamu calaykum | haa | haye | waan ka xumahay
  walaal | walaalo | nabad | nabadgelyo | nabad gelyo | maya | maya mahadsanid | fadlan fadlan | abaal | waan idinka baryayaa
  waan kaa baryayaa | waxaan kaa codsanayaa
ask: ma {joojin kartaa,joojin kartaan} | miyaad | ma ii {joojin kartaa,joojin kartaan} | fadlan ma
wrong: lambar khaldan | nambar khaldan | {waa ,}lambar {khalad,khaldan}{, ah} | {waa ,}nambar khalad{, ah} | lambarka waa {khaldan,khalad}
  waad {khaldan tahay,khaldantahay,khaldan tihiin} | idin{ma,  ma} aqaan | kuma aqaan | ku ma aqaan | ma danaynayo | ma xiiseynayo
  ma ihi {qofkaas,qofka aad raadinaysaan} | aniga ma ihi | lambarka {waa ,}khaldan{yahay, yahay} | lambarku waa khalad
  {lambarka ,}khalad ayuu yahay | caawimaad uma baahni{, hadda} | waa qof kale | waan kuma aqaan
wrong ask: kuma {tahay,ayaad tahay,waaye,waa tahay} | waa kuma | yaad tahay | waa ayo | ayaad tahay | yaa waaye
who: ninkayga | ninkeyga | seygayga | seyga | isaga | iyada | iyagu | madaxda | madaxdayda | madaxayga | xaaskayga | xaaskeyga | aabahay
  hooyaday | qoyskayga | wuu | way | ayuu | wuxuu | wuxu | waxay | ninka | qof kale | qof | maxaa yeelay {ninkayga,isaga,wuu,wuxuu}
  sababtoo ah {ninkayga,isaga,wuu,wuxuu} | milkiilaha
sees:
  {eegaa,eegayaa,fiiriyaa,akhriyaa,akhrinayaa,akhristaa,hubiyaa,arkaa,arki karaa,arki doonaa,baadhaa,baaraa,haystaa,isticmaalaa,xukumaa}
  {kontoroolaa,kormeeraa,hayaa,ilaaliyaa,cadhoonayaa,caroonayaa,qaataa}
  {fiirinayaa,arkayaa,baadhaya,akhriya,eegaya,ogaanayaa,ogaan doonaa,xakameeyaa}
  ayaa {eega,eegaya,akhriya,akhrinaya,haya,haysta,fiiriya,baara,arka,arkaya,hubiya} | ayaa
  wuu {eegaa,akhriyaa,arkaa,fiiriyaa,hubiyaa,arki karaa,i dilayaa,i garaacayaa}
phone: taleefankayga | telefoonkayga | telefonkayga | telefoonkeyga | taleefankeyga | telefonkeyga | mobilkayga | mobaylkayga
  fariimahayga | farriimahayga | fariimaha | farriimaha | taleefanka | telefoonka | wax walba
reason: maxaa yeelay | sababtoo ah | waayo | waa khatar{, igu ah, aniga} | khatar {ayay,bay} igu tahay | ammaan ma aha{, aniga}
  amaan ma aha | badbaado ma aha | waan {baqayaa,cabsanayaa,shaqaynayaa,fiicanahay,hurdaa}
  {kani ,kan ,}ma aha {taleefankayga,telefoonkayga,lambarkayga} | taleefankan ma lihi | telefoonkan aniga ma lihi
  dhib {ayaan geli karaa,ayaa i soo gaari kara} | shaqo ayaan ku jiraa | fikirkayga waan bedelay | waan ka fikirsaday | waan badqabaa
  taleefankan waa {la wadaagaa,wadaag} | waad i {dhibaysaan,dhibaysaa}
start: bilow | bilaab | biloow | dib u bilow | dib u bilaw | bilaw | ku soo noqo
  {waxaan ,}{rabaa,doonayaa} in{aan, aan} {bilaabo,soo noqdo,ku soo noqdo,helo fariimo}
  {waxaan ,}{rabaa,doonayaa} in{aan, aan} {helo farriimo,dib u bilaabo,fariimo helo,sii wado,fariimaha mar kale helo}
  {mar kale ,}ii soo qor{,a}{, mar kale} | waad ii soo qori kartaa{,n}{, mar kale} | sii wad{,a} | furo | dib u fur
  {mar kale ,}ila soo xiriir{,a}{, mar kale} | waad ila soo xiriiri kartaa{,n}{, mar kale} | i diiwaan geli
  ii soo dir{,a} {fariimo,farriimo} mar kale
help: caawi | i caawi{,ya} | caawimaad{,a} | caawimo | gargaar | {waxaan ,}{u ,}baahanahay {caawimaad,caawimo,gargaar}
  {caawimaad,caawimo,gargaar}{, ayaan}{, degdeg ah} {baahanahay,u baahanahay,rabaa}
  {waxaan ,}u baahanahay {caawimaad,caawimo,gargaar}{, degdeg ah} | fadlan {i ,ii ,}caawi{,ya} | i badbaadi{,ya} | degdeg | na caawi{,ya}
  ma i caawin kartaa{,n} | ma i caawini kartaa{,n} | {waxaan ,}rabaa {caawimaad,caawimo} | gargaar degdeg ah | ii gargaar{,a} | kaalmo
  i kaalmee
block: ha joojin{,a} | ha iska dayn | ha i {dayn,dayin}
"""
