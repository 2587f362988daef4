"""Somali. The negation is in the verb: "ha ii soo qorin", do not write to me."""

TABLE = """
stop: lambarkayga ka saar liiska | jooji | jooja | iska daa | iska daaya | joogso | jooji {fariimaha,farriimaha,fariinta,farriinta,sms}
  joojiya {fariimaha,farriimaha} | {waxaan ,}{rabaa,doonayaa} in{aan, aan} {joojiyo,ka baxo,iska joojiyo} | waxaan rabaa inaan ka baxo
  ka bax | iga saar | iga saara | iga jooji{,ya} {fariimaha,farriimaha}
  {waxaan ,}{rabaa,doonayaa} {inaan,in aan} {ka baxo,iska baxo}{, liiska, fariimaha, adeega, diiwaanka}
  {waxaan ,}{rabaa,doonayaa} {inaan,in aan} {joojiyo,iska joojiyo,la ii joojiyo}{, liiska, fariimaha, adeega, diiwaanka}
  {fariin,farriin,fariimo,farriimo}{, dambe, kale} {ma rabo,ma doonayo,maya,uma baahni}
  {jooji,joojiya} {fariimahan,farriimahan,fariinta,mesejka,sms ka} | liiska {iga saar,iga saara,iga bixi} | iga joojiya
  ka {saar,bixi} lambarkayga | diiwaanka iga saar
not: ha | haa | weligaa ha | waligiin ha | fadlan ha | yaan | yaa | ma rabo in{aad, aad, la, ay, aydin, aad iigu}
  ma doonayo in{aad, aad, la}
  ha la | yaan lay | yaan la | hana | hana i | lama rabo in | ma rabo inaad {ii,ila,i} | ma doonayo inaad {ii,ila,i}
  ma rabo in {la ii,la i,laygu} | ma rabo inaad | fadlan hana | mar dambe ha | waligiin | ha ii | ha i | ha ila | haygu | hayga | ha iigu
  ha igu | uma baahnid inaad | looma baahna in
nomore: ma rabo | ma doonayo | ma rabi | ma rabo inaan helo | uma baahni | ma rabo {dambe,mar dambe} | mar dambe ma rabo | anigu ma rabo
  {ma,mana} {rabo,doonayo,rabno,doonayno,rabi,raba}{, mar dambe, dambe}{, inaan helo, inaan qaato, inaan arko}
  uma {baahni,baahna}{, dambe, mar dambe} | {waan ,}ka {daalay,caajisay} | ma jecli{, inaan helo} | ma aqbalayo | joogto
write: qor{in,ina,ina,to,tid,an} | {ila,i la,ilama} {soo ,}xidhiidhin{,a} | {ila,i la} {soo ,}xiriirin{,a} | soo xiriirin{,a}
  xiriirin{,a} | xidhiidhin{,a} | jawaabin{,a} | dhibin{,a} | {i ,}dhibina | qorin | qorina | qoraal | inaad ii soo qorto | soo qorto
  la soo xiriirto | ii qorto | qorto | soo qoraan | iila soo xiriirto | soo qorista | ii soo qorista | qorista | la soo xiriirida
  qor{ine,inina,inin,inaha} | qoreyn | qoraan | qortaan | qortid | qortaa | {soo ,}qori{n,nina}
  {la ,ila ,}{soo ,}{xidhiidhin,xiriirin,xiriirina,xidhiidhina,xiriirinina,hadlin,hadlina,sheekaysan,sheekaysanin} | {soo ,}hadlin
  hadalin | dhibina | dhibin | i dhibin | buuqin | mashquulin | jawaabin | jawaabina | ii jawaabin | dhibaateyn | dhibaatayn
  farriin qorin | fariin qorin | ila soo xiriirto | xiriirto | la soo xiriirtaan | xiriirtaan
call: wicin{,a} | soo wicin{,a} | i wicin{,a} | soo wacin{,a} | wacin{,a} | soo dirin taleefan
  {i ,}{soo ,}{wicin,wicina,wicinina}
send: dirin{,a} | soo dirin{,a} | soo diraan | dirto | soo dirto | diridda | soo diridda | dirista | soo dirista | soo diro
  {soo ,}{dir,diri,dirina,dirinina,dirtaan,dirtid,diraysaan} | {soo ,}gudbin{a,} | iidin | dirina
message: fariin{,ta,o} | farriin{,ta,o} | fariimo | farriimo | fariimaha | farriimaha | sms | waxba | wax | text{,s} | qoraal{,lo}
  fariimo kale | wax fariin ah | wax farriin ah
  {fariin,farriin,fariimo,farriimo,fariimaha,farriimaha}{, kale, dambe, tan, han, kan, badan} | fariimahan | farriimahan | fariintan
  farriintan | fariimaha aad{ ii soo dirto,} | fariimahiina | farriimahiina | fariimahaaga | mesej | meseej | mesejka | mesejyada | msg
  fariin qoraal{ ah,} | sms ka | sms yada | wax fariimo ah | fariin kasta | farimo | farin | fariinta
stopping: jooji{,ya} | iska daa{,ya} | daa{,ya} | fadlan jooji{,ya} | ka jooji{,ya}
  jooji{,ya,n} | {iska ,}jooji{,ya}{, hadda} | joojin | joojinta | {waa inaad,waa inaad} joojiso
  waxaan {rabaa,doonayaa} inaad {joojiso,joojisaan} | {fadlan ,}{iska ,}daa{ya,} | ka waantow | ka hadh | ka har
again: mar dambe | mar kale | dambe | danbe | mar danbe | abid | abidkiin | weli | waligaa | weligaa | hadda ka dib | kale
  marnaba | mar labaad | hadda kadib | wixii hadda ka dambeeya | maanta kadib | maanta laga bilaabo | weligiinba | dambeba | haba yaraatee
here: lambarkan | nambarkan | lambarkaan | taleefankan | telefoonkan | halkan | lambarkayga | taleefankayga | nambarkayga | lambarka
  telefonkan
  {lambarkan,nambarkan,taleefankan,telefoonkan,mobilkan,lambarkeyga,nambarkeyga}{,ka} | halkaan | numbarkan | numberkan | tilifoonkan
  lambarkan | taleefankeyga | lambarkaygan
me: ii | i | iigu | iga | ila | la | soo | aniga | igu | noo | u | ku | ah | oo | in | iin | iiga | kuwa | oo dhan | inaad | ii soo | kan
  anigu | anigu waxaan | annaga | na | naga | noo | idinka | idin | adiga | adigu | wax | kasta | badan | tan | kuwan | kuwaas | inta | ay
  aad | oo kale | helo | inaan | inay
or: ama | iyo
remove: iga {saar,saara,tirtir,tir,tirtira} | ka {saar,saara,tirtir,tirtira} | tirtir | saar
  tirtir{a,aan,} | masax{a,} | {ka ,iga }{masax,tirtir,saar,saara,bixi,bixiya} | iga bixi{ya,}
list: liiska{, aad haysaan, idinka, ina} | liiskiina | liiskaaga | lambarkayga{, ka saar liiska} | nambarkayga | liiska lambarkayga
  lambarkayga liiska
  {lambarkayga,nambarkayga,lambarkeyga,magacayga,lambarkan,nambarkan}{, {liiska,liiskiina,nidaamka,systemka}}{, ka}
  {liiska,liiskiina,nidaamka,systemka}{, lambarkayga, nambarkayga}
polite: fadlan | mahadsanid | mahadsanidiin | waad mahadsan tahay | waad mahadsan tihiin | waan ku mahadsan ahay | raali ahow
  raalli ahow | iga raali ahow | iga raalli ahow | salaan | asc | assalamu calaykum | salaamu calaykum | haa | haye | waan ka xumahay
  walaal | walaalo | nabad | nabadgelyo | nabad gelyo | maya | maya mahadsanid | fadlan fadlan | abaal | waan idinka baryayaa
  waan kaa baryayaa | waxaan kaa codsanayaa
  laakiin | lakiin | laakin | balse | hase yeeshee | marka | fadlanka | mahadsanidin | mahadsnid | mahadsan | waad mahadsantahay
  waad mahadsantihiin | aad baad u mahadsantahay | waan ka xumahay laakiin | raaliahow | raali ii noqo | raali noqo | cafis | i cafi{,ya}
  iga cafi | waan ku baryayaa | waan idin baryayaa | ilaahay dartii | wallaahi | subax wanaagsan | galab wanaagsan | habeen wanaagsan
  is ka warran | iska waran | ok mahadsanid | macsalaama | abaayo | abti | eeddo | walaalayaal | wll | sxb | saaxiib
ask: ma {joojin kartaa,joojin kartaan} | miyaad | ma ii {joojin kartaa,joojin kartaan} | fadlan ma
wrong: lambar khaldan | nambar khaldan | {waa ,}lambar {khalad,khaldan}{, ah} | {waa ,}nambar khalad{, ah} | lambarka waa {khaldan,khalad}
  waad {khaldan tahay,khaldantahay,khaldan tihiin} | idin{ma,  ma} aqaan | kuma aqaan | ku ma aqaan | ma danaynayo | ma xiiseynayo
  ma ihi {qofkaas,qofka aad raadinaysaan} | aniga ma ihi | lambarka {waa ,}khaldan{yahay, yahay} | lambarku waa khalad
  {lambarka ,}khalad ayuu yahay | caawimaad uma baahni{, hadda} | waa qof kale | waan kuma aqaan
  {waa ,}{lambar,nambar,lambarka,nambarka,number,numbar} {khaldan,qaldan,khalad,qalad,khaldan tahay}{, ah}
  {waa ,}qof {khaldan,qaldan,kale} | {anigu ,anig ,aniga }{qofkaas,qofkii,isaga,iyada,qofka aad raadinayso} ma {ihi,ahi,aha}
  qofkaas ma ihi | ma ihi {qofkaas,qofkii,iyada,isaga,qofka} | {waxan ,tan ,kan ,}uma baahni{, tan, kan, waxan, caawimaad, caawinaad}
  {anigu ,}ma {danayn,danaynayo,xiisaynayo} | {idin,ku}ma {aqaan,garanayo} | kuma garanayo
  waad {qaldan tahay,khaldameen,qaldanteen,khaldantay} | caawimaad {ma rabo,uma baahni}
wrong ask: kuma {tahay,ayaad tahay,waaye,waa tahay} | waa kuma | yaad tahay | waa ayo | ayaad tahay | yaa waaye
who: ninkayga | ninkeyga | seygayga | seyga | isaga | iyada | iyagu | madaxda | madaxdayda | madaxayga | xaaskayga | xaaskeyga | aabahay
  hooyaday | qoyskayga | wuu | way | ayuu | wuxuu | wuxu | waxay | ninka | qof kale | qof | maxaa yeelay {ninkayga,isaga,wuu,wuxuu}
  sababtoo ah {ninkayga,isaga,wuu,wuxuu} | milkiilaha
  {ninkayga,ninkeyga,odaygayga,seygayga,madaxayga,aabahay,hooyaday,walaalkay} {ayaa,baa,ayuu} | dadka | dad kale | ninkii | ninkaygu
sees:
  {eegaa,eegayaa,fiiriyaa,akhriyaa,akhrinayaa,akhristaa,hubiyaa,arkaa,arki karaa,arki doonaa,baadhaa,baaraa,haystaa,isticmaalaa,xukumaa}
  {kontoroolaa,kormeeraa,hayaa,ilaaliyaa,cadhoonayaa,caroonayaa,qaataa}
  {fiirinayaa,arkayaa,baadhaya,akhriya,eegaya,ogaanayaa,ogaan doonaa,xakameeyaa}
  ayaa {eega,eegaya,akhriya,akhrinaya,haya,haysta,fiiriya,baara,arka,arkaya,hubiya} | ayaa
  wuu {eegaa,akhriyaa,arkaa,fiiriyaa,hubiyaa,arki karaa,i dilayaa,i garaacayaa}
  {ayaa ,baa ,}{eega,arka,arkaya,arki,fiiriya,akhriya,haysta,hubiya,baadha}
  {wuu,way,ayuu,ayay} {arkaa,eegaa,akhriyaa,arki karaa,fiiriyaa,hubiyaa} | wuu cadhoonayaa | wuu i dili | wuu i garaaci | la wadaagaa
  arkayo
phone: taleefankayga | telefoonkayga | telefonkayga | telefoonkeyga | taleefankeyga | telefonkeyga | mobilkayga | mobaylkayga
  fariimahayga | farriimahayga | fariimaha | farriimaha | taleefanka | telefoonka | wax walba
  {taleefankayga,telefoonkayga,telefonkayga,taleefanka,mobilka,moobilka} | taleefoonkayga | fariimahayga
reason: maxaa yeelay | sababtoo ah | waayo | waa khatar{, igu ah, aniga} | khatar {ayay,bay} igu tahay | ammaan ma aha{, aniga}
  amaan ma aha | badbaado ma aha | waan {baqayaa,cabsanayaa,shaqaynayaa,fiicanahay,hurdaa}
  {kani ,kan ,}ma aha {taleefankayga,telefoonkayga,lambarkayga} | taleefankan ma lihi | telefoonkan aniga ma lihi
  dhib {ayaan geli karaa,ayaa i soo gaari kara} | shaqo ayaan ku jiraa | fikirkayga waan bedelay | waan ka fikirsaday | waan badqabaa
  taleefankan waa {la wadaagaa,wadaag} | waad i {dhibaysaan,dhibaysaa}
  {kani ,tani ,}{maaha,ma aha} {taleefankayga,telefoonkayga,lambarkayga}
  {taleefankan,telefoonkan} waa {ka ninkayga,ka qof kale,la wadaago}
  {waan ,}{cabsanayaa,baqayaa,daalay,mashquulsanahay,shaqeynayaa,hurdaa,fiicanahay} | khatar {ayuu,ayay,bay} {igu ,}{yahay,tahay,leeyahay}
  way khatar tahay | dhibaato {ma rabo,ayaan geli doonaa,baan geli} | waan fiicanahay{, hadda} | caawimaad waan helay | waad i dhibtay
  waa badan yihiin | waan idin xanibi | waan ku xanibi
start: bilow | bilaab | biloow | dib u bilow | dib u bilaw | bilaw | ku soo noqo
  {waxaan ,}{rabaa,doonayaa} in{aan, aan} {bilaabo,soo noqdo,ku soo noqdo,helo fariimo}
  {waxaan ,}{rabaa,doonayaa} in{aan, aan} {helo farriimo,dib u bilaabo,fariimo helo,sii wado,fariimaha mar kale helo}
  {mar kale ,}ii soo qor{,a}{, mar kale} | waad ii soo qori kartaa{,n}{, mar kale} | sii wad{,a} | furo | dib u fur
  {mar kale ,}ila soo xiriir{,a}{, mar kale} | waad ila soo xiriiri kartaa{,n}{, mar kale} | i diiwaan geli
  ii soo dir{,a} {fariimo,farriimo} mar kale
  ii soo {dir,dira} {fariimaha,farriimaha,fariimo,farriimo}
  {fariimaha,farriimaha} {ii soo dir,ii bilow,bilow,dib u bilow,ii soo diro}{, mar kale}
  {dib u ,mar kale }{bilow,bilaw,billow,bilaaw}{a,}{, fariimaha}
  {waxaan ,}{rabaa,doonayaa} inaan {bilaabo,dib u bilaabo,dib u helo fariimo,ku soo noqdo,is diiwaan geliyo}{, mar kale}
  dib ii diiwaan geli | waan soo {noqday,laabtay} | fur fariimaha | i fur
help: caawi | i caawi{,ya} | caawimaad{,a} | caawimo | gargaar | {waxaan ,}{u ,}baahanahay {caawimaad,caawimo,gargaar}
  {caawimaad,caawimo,gargaar}{, ayaan}{, degdeg ah} {baahanahay,u baahanahay,rabaa}
  {waxaan ,}u baahanahay {caawimaad,caawimo,gargaar}{, degdeg ah} | fadlan {i ,ii ,}caawi{,ya} | i badbaadi{,ya} | degdeg | na caawi{,ya}
  ma i caawin kartaa{,n} | ma i caawini kartaa{,n} | {waxaan ,}rabaa {caawimaad,caawimo} | gargaar degdeg ah | ii gargaar{,a} | kaalmo
  i kaalmee
  {fadlan ,}{i ,na ,ii }{caawi,caawiya,gargaar,gargaara}{, fadlan, degdeg}
  {waxaan ,}{u ,}{baahanahay,rabaa,doonayaa} {caawimaad,caawinaad,caawimo,gargaar}{, degdeg ah, fadlan}
  {caawimaad,caawinaad,gargaar} {fadlan,degdeg ah,ayaan u baahanahay,baan u baahanahay} | qof i caawiya | yaa i caawin kara
  i badbaadi{ya,}{, fadlan}
block: ha joojin{,a} | ha iska dayn | ha i {dayn,dayin}
  celin | guriga
again anew: mar kale | markale | mar labaad
anew: dib | dib u | hadda | sii wad{a,}
may: waad {ii ,ila ,igu ,i }{soo ,}{qori,diri,xiriiri,xidhiidhi} kart{aa,aan}{, mar kale, hadda, fariimo} | hadda waad | waad
  waa caadi in
want: {waxaan ,waan ,}{rabaa,doonayaa,u baahanahay}{, inaan helo, inaan qaato}
towrite: {ii ,noo }{soo ,}{qor,qora,dir,dira} | {ila ,}{soo ,}{xiriir,xiriira,xidhiidh}
  waad {ii ,ila ,igu }{soo ,}{qori,diri,xiriiri,xidhiidhi} kart{aa,aan} | dir | dira
now: hadda | maanta
"""
