"""Swahili. The negation is in the verb: "msiniandikie", do not write to me."""

TABLE = """
stop: simamisha | acha | acheni | koma | komesha | sitisha | jiondoe | jitoe | ondoa | niondoe | niondoeni | nitoe | nitoeni
  nataka {kujiondoa,kujitoa,kusitisha,kuacha kupokea ujumbe,kuacha kupokea meseji}
  {sitaki,siitaji} {mawasiliano,kuwasiliana nanyi,kuwasiliana na nyie} {tena,} | {sitisha,simamisha}{,ni} {ujumbe,meseji,sms,jumbe}
  hakuna {ujumbe,meseji,sms} tena | acha {meseji,sms,ujumbe}
  {nataka,naomba,ningependa} {kujiondoa,kujitoa,kutoka,kuondolewa,kusitisha huduma,kuacha}{, kwenye orodha, katika orodha}
  {nataka,naomba,ningependa} {kujiondoa,kujitoa,kutoka}{ kwenye huduma hii, huduma, kupokea meseji, kupokea ujumbe}
  {nataka,naomba,ningependa} {kuondolewa,kusitisha huduma,kuacha}{ kwenye huduma hii, huduma, kupokea meseji, kupokea ujumbe}
  {najiondoa,najitoa,ninajiondoa} | {hakuna,hapana,bila} {ujumbe,meseji,sms}{, zaidi, tena, nyingine, mwingine}
  {imetosha,inatosha} {meseji,ujumbe,sms} | {ujumbe,meseji,sms} {basi,imetosha,sitaki} | sitisha huduma | {jiondoe,jitoe} sasa
  sitaki mawasiliano | sitaki {meseji,ujumbe,sms} zenu
not write: {msini,usini,msi,usi}{andikie,tumie,wasiliane,jibu,sumbue,text,kontakti,andikieni} | {msi,usi}wasiliane{, nami, na mimi}
  {msini,usini}{tumie,tumieni,andikieni} | {msi,usi}{andike,jibu,nisumbue,nijibu}
  {sitaki} {mniandikie,uniandikie,mnitumie ujumbe,unitumie ujumbe,mnitext,unitext,mwasiliane nami} | {msini,usini}text
  tafadhali {msi,usi}niandikie | usinichati | {msini,usini}chat
  {usi,msi}{ni}{andikie,andikieni,jibu,jibuni,tafute,tafuteni,sumbue,sumbueni,kere,bughudhi,chat,text,tekst,contact,txt,msg,dm}{, tena}
  {usi,msi}{ni}{tumie,tumieni} {ujumbe,meseji,sms,msg,jumbe,text,mesej}{, tena}
  {usi,msi}tume {ujumbe,meseji,sms,msg,jumbe,text,mesej}{, tena} | {usi,msi}wasiliane {nami,na mimi,name}{, tena}
  {usi,msi}{tuandikie,tusumbue,jaribu kuwasiliana nami} | {usi,msi}ongee {nami,na mimi}
  {usi,msi}endelee {kuniandikia,kunitumia,kunisumbua,kuwasiliana nami} | {usi,msi}fanye mawasiliano
  {sitaki,sipendi,staki} {uniandikie,mniandikie,unitumie,mnitumie,uwasiliane nami,mwasiliane nami,kuandikiwa,kusumbuliwa}
  {naomba ,tafadhali ,}{usi,msi}ni{andikie,tumie ujumbe,tumie meseji,sumbue} | hakuna haja ya {kuniandikia,kunitumia ujumbe}
  sina haja ya {ujumbe,meseji} | {usi,msi}rudie {kuniandikia,kunitumia,kunitumia ujumbe,kutuma}
not call: {msini,usini}{pigie,ite} | {msi,usi}nipigie{, simu}
  {usi,msi}{nipigie,nipigieni}{, simu} | {usi,msi}pige{, simu}
not send: {msi,usi}tume | {msi,usi}ni{tumie,letee} | {msini,usini}{tumie,letee,tumieni} | {msi,usi}endelee kunitumia
  {usi,msi}{tume,tumeni,nitumie,nitumieni,lete,niletee}
nomore: sitaki{, tena}{, kupokea, kupata} | sihitaji{, tena}{, kupokea, kupata} | staki | nisipokee | sitaki {kutumiwa,kupewa}
  sitaki muendelee kunitumia | sitaki uendelee kunitumia
  {sitaki,sihitaji,sipendi,staki,sitak,hatutaki,sitahitaji}{, tena, kabisa}{, kupokea, kupata, kuona, kutumiwa} | {si,sio} lazima
  {nimechoka,nimechoshwa} {na,kupokea} | hapana | sikubali{, kupokea} | sina haja{, ya, na, tena ya} | usiniletee
write: ku{niandikia,nitumia,wasiliana,nijibu,text,nisumbua,nitext} | kuwasiliana {nami,na mimi} | kuandika
  ku{niandikieni,nitumieni,andikiana,wasiliana,tafuta,nitafuta,ongea nami,jibu,nichati}
  ku{chati nami,nisumbueni,sumbua,tuma ujumbe,tuma meseji,tuma sms,nitumia ujumbe,nitumia meseji,nitumia sms,tutumia ujumbe} | kuni text
  kuni sms | kunitex | kunisumbua{, kwa} | wasiliana{, nami} | kuandikia
call: kunipigia{, simu} | simu
send: kutuma | kunitumia | kuleta
  kutuma{,ni} | kunitumia{,ni} | kutumia
message: ujumbe | jumbe | meseji | sms | msg | mesej | chochote | texts | text | kitu | taarifa | messages | message
  {ujumbe,jumbe,meseji,sms,mesej,messages,texts,msg}{, hizi, huu, zenu, zako, wenu, wako, zozote, wowote, za, tena, nyingi}
  ujumbe wa {maandishi,simu} | ujumbe mfupi | jumbe fupi | msgs | smss | meseg | mesegi | vitu hivi | taarifa zenu | matangazo
  mambo haya
stopping: acha | acheni | koma | komeni | sitisha | sitisheni | simamisha | simamisheni | naomba {uache,muache,msitishe,usitishe}
  {uache,muache} | tafadhali acha | niache | nataka {uache,muache}
  {acha,acheni,wacha,wacheni,achana na,achaneni na} | koma{,eni} | {sitisha,simamisha,katiza,komesha}{,ni}
  {tafadhali ,naomba ,}{acha,acheni,uache,muache,mwache} | inabidi {uache,muache} | ningependa {uache,muache} | basi acha | kacha
  nataka {uache,muache,usitishe}
again: tena | kamwe | kabisa | daima | milele | tena kamwe | tena kabisa | zaidi
  tena tafadhali | hata mara moja | kuanzia {sasa,leo} | tangu leo | siku nyingine | mara nyingine | kamwe tena | maishani | tn
here: kwenye {namba,nambari,simu} {hii,yangu} | kwa {namba,nambari,simu} {hii,yangu} | {namba,nambari,simu} hii | hapa
  katika {namba,nambari} hii
  kwa {no,nambari hiyo,simu hiyo,laini hii,namba hio} | kwenye {laini,cm} {hii,yangu} | katika simu {hii,yangu} | laini hii
  kwa hii {namba,nambari,simu} | kupitia {namba,simu,sms} {hii,} | simuni | kwenye whatsapp
me: mimi | kwangu | yenu | zenu | wenu | za | ya | wa | hizi | huu | hii | kwa | nami | na mimi | yoyote | wowote | zozote | kwenye | basi
  wako | zako | yako | tu | nyingi | sasa hivi
  hivi | hivyo | hayo | haya | yenye | kila | mara kwa mara | kwetu | sisi | nyinyi | ninyi | wewe | wenye | kutoka kwenu | kutoka kwako
  kutoka | hiyo | hizo | huo | ya kwenu | mno | sana | nyie | kuna | ni | kuhusu | mtu | yeyote
or: au | wala | na
remove: ondoa | niondoe{,ni} | nitoe{,ni} | futa | toa | ondoeni | futeni
  {niondoe,nitoe,nifute,ondoa,toa,futa,ondosha,niondoshe}{,ni} | futilia mbali | sahau | ifute | itoe | kufuta | kuondoa
list: {namba,nambari} yangu{, kwenye orodha, kwenye orodha yenu, katika orodha yenu} | kwenye orodha{, yenu, yako}
  katika orodha{, yenu, yako} | kutoka kwenye orodha{, yenu, yako}
  {namba,nambari,no,jina,simu} {yangu,langu,hii}{, {kwenye,katika} {orodha,mfumo,listi,list,kumbukumbu}{, yenu, yako, wenu, wako}}
  {namba,nambari,no,jina,simu} {yangu,langu,hii}{, {kutoka kwenye,kutoka} {orodha,mfumo}{, yenu, yako, wenu, wako}}
  {namba,nambari,no,jina,simu} {yangu,langu,hii}{, {kutoka kwenye,kutoka} {listi,list,kumbukumbu}{, yenu, yako, wenu, wako}}
  {kwenye,katika,kutoka kwenye,kutoka} {mfumo,listi,list,kumbukumbu,orodha hii}{, yenu, yako, wenu, wako}
polite: tafadhali{,ni} | asante{,ni}{, sana} | ahsante{,ni}{, sana} | samahani{,ni} | habari{, yako, zenu} | hujambo | jambo | naomba
  nawaomba | nakuomba | ndiyo | sawa | shukrani | kwaheri | shikamoo | mambo | ndugu | rafiki | asante kwa {msaada,kila kitu} | pole{,ni}
  hapana{, asante} | salamu | dada | kaka | bwana
  lakini | ila | bali | basi | tafadhali sana | tafadhari | tafadhal | tafadhali nawaomba | plis | asante lakini | aksante | ahsante
  asanteni | shukran | nashukuru | nawashukuru | ninashukuru | samahani sana | samahani lakini | samahani kwa usumbufu | nisamehe{,ni}
  naomba msamaha | naomba radhi | radhi | poleni | sawa basi | haya | ndugu zangu | mheshimiwa | mkuu | boss | mama | baba | mzee | jamani
  kwa heshima | kwa heri | siku njema | mungu akubariki | mungu awabariki | tafadhali jamani | kweli | aisee | usiku mwema
  habari za {leo,asubuhi,jioni} | hodi | halo | haloo
ask: mnaweza | unaweza | je mnaweza | je unaweza | naweza kuomba
wrong: {namba,nambari}{, hii}{, sio sahihi, si sahihi, siyo sahihi} | umekosea {namba,nambari} | mmekosea {namba,nambari}
  {umekosea,mmekosea}{, mtu} | {namba,nambari} isiyo sahihi | siwajui{, nyie, ninyi} | sikujui | si mimi | sio mimi | sina haja
  sipendezwi | sihitaji {msaada,msaada tena,msaada wenu,tena msaada} | wrong {namba,nambari} | sitaki msaada | si {namba,nambari} sahihi
  {namba,nambari} si sahihi | niacheni{, kwa amani} | {namba,nambari} mbaya
  {namba,nambari,no} {sio,si,siyo} {yako,yenyewe,sahihi,yake,hiyo}{, hii}
  {mimi ,}{si,sio,siyo} {mtu huyo,yeye,huyo,mtu unayemtafuta,mtu mnayemtafuta,mhusika,mwenye namba hii}
  {umekosea,mmekosea,umekosa,mmekosa} {namba,nambari,mtu,simu,mtu huyu}{, hii} | umepotea namba | {ume,mme}kosea
  {sihitaji,sitaki,sina haja na,sina haja ya} {hii,hili,haya,hizi,hicho,msaada wako,msaada wenu,chochote}
  {sikujui,siwajui,siwafahamu,sikufahamu}{, nyinyi, wewe} | {siko interested,sivutiwi,sina nia} | namba ya mtu mwingine
  {sikuji,sijaji}{andikisha,unga} | {mimi ,}simjui huyo | wrong namba
wrong ask: {wewe ,ninyi ,nyie ,}ni nani{, wewe, huyu} | nani huyu | nani wewe | nyinyi ni {akina ,}nani
who: yeye | wao | mume wangu | mke wangu | bosi{, wangu} | tajiri{, yangu, wangu} | mwajiri{, wangu} | mpenzi wangu | baba{, yangu}
  mama{, yangu} | kwa sababu {yeye,mume wangu,bosi wangu} | kwa kuwa {mume wangu,bosi wangu} | maana {mume wangu,bosi wangu}
  familia yangu | mtu mwingine | boyfriend wangu | watu | mtu | sababu {mume wangu,bosi wangu}
  {mume,mke,bosi,mwajiri,baba,mama,kaka,mjomba,mpenzi,tajiri,mwenye nyumba} {wangu,yangu,}{, ata, ana} | mme wangu | mzee wangu
  mchumba wangu | wazazi wangu | mkubwa wangu | watu wengine | wengine | kwani {mume wangu,yeye} | kuna mtu
sees: {ana,wana,hu,ata,wata,aki,atai,anai,anazi,ataz,atazi,akii}{kagua,angalia,soma,ona,chunguza,fuatilia,kasirika,tumia}
  {ana,wana,hu,ata,wata,aki,atai,anai,anazi,ataz,atazi,akii}{shika,jua,pekua,zisoma,isoma,cheki,check,kontrol,simamia}
  anaweza {kuona,kusoma,kuangalia,kujua} | ana | {ataniua,atanipiga} akiona | wanaweza {kuona,kusoma}
  {anaichunguza,anaikagua,anaisoma,anaiangalia} | akizisoma | akiziona | ataiona
  {ana,wana,ata,huwa ana,hu}{iona,ona,angalia,soma,isoma,zisoma,kagua,ikagua,chunguza}{, simu}
  {ana,wana,ata,huwa ana,hu}{ichunguza,shika,ishika,tumia,itumia,fungua,peruzi,ziona,iangalia}{, simu} | anaona | anashika
  anaweza kuziona | anaweza kusoma | anachukua | atakasirika | ananipiga | atanipiga | atanipiga akiona | atajua | asione | wanaona
  anaipekua
phone: simu yangu | simu | {ujumbe,jumbe,meseji,sms} {wangu,zangu,hizi,huu} | hii | hizi | kila kitu | simu hii
  {simu,cm,laini,inbox,meseji,ujumbe,sms} {yangu,zangu,wangu}{, yote, zote} | yangu
reason: kwa sababu | kwa kuwa | maana | sababu | ni hatari{, kwangu, sana} | si salama{, kwangu} | sio salama{, kwangu}
  siyo salama{, kwangu} | {hii ,}{si,sio,siyo} simu yangu | simu hii {si,sio,siyo} yangu | naogopa | ninaogopa
  {niko,nipo} {kazini,salama,sawa,busy} | nimelala | nimebadilisha mawazo | nitapata {shida,matatizo} | nitaingia matatani
  nashiriki simu | {simu hii ,}tunatumia {simu ,}{pamoja,wengi,wawili} | ninafanya kazi | {mnanisumbua,unanisumbua}
  nime{choka,badili mawazo,badilisha nia} | simu {ya kushiriki,hii ni ya watu wengi}
  {simu,namba,laini} {hii ,}{ni ya,si ya,sio ya} {mume wangu,mtu mwingine,bosi,mimi,wote,pamoja,wengi,kazini}
  {hii ,}{si,sio,siyo} {simu,namba,nambari,laini} yangu | {sio,si,siyo} yangu | {ni ,kuna }{hatari,hatari kwangu,hatari hapa}
  {sitaki,sihitaji} {matatizo,shida,tabu} | {nitapigwa,nitauawa,nitaumizwa} | {niko,nipo} {kazini,bize,salama,poa,sawa}
  nimepata {msaada,kazi} | {nime,ni}{choka,choshwa} | {mna,una}{ni,}{kera,sumbua} | ni nyingi {mno,sana} | zimekuwa nyingi
  nita{kublock,wablock,kuripoti,waripoti} | nimebadilisha namba | naumwa
start: anza{, tena} | anzisha{, tena} | endelea | endeleeni | rudisha
  nataka {kuanza,kuanza tena,kurudi,kuendelea,kupokea ujumbe tena,kupokea meseji tena,kujiunga,kujiunga tena,kupokea ujumbe}
  {niandikie,niandikieni,nitumie ujumbe,nitumieni ujumbe,nitumie meseji,wasiliana nami,wasilianeni nami} tena
  {mnaweza,unaweza} {kuniandikia,kunitumia ujumbe,kunitumia meseji,kuwasiliana nami}{, tena} | jiunge{, tena} | nianzishie tena
  jiunga{, tena} | niunge{, tena} | niunganishe tena
  {nataka,naomba} {kuanza,kuendelea,kurudi,kujiunga,kujisajili,kuanza kupokea ujumbe,kuanza kupokea meseji}{, tena, upya}
  {endelea,endeleeni,anza,anzeni} {kunitumia,kuniandikia,kutuma}{, ujumbe, meseji, sms}{, tena} | nimerudi | niunge{,ni} tena
  nirudishe{,ni}{, kwenye orodha} | fungua tena | nisajili{,ni}{, tena}
help: msaada{, tafadhali} | saidia | nisaidie{,ni} | tusaidie{,ni}
  {nahitaji,ninahitaji,naomba,nataka,naitaji} {msaada,usaidizi}{, wako, wenu, haraka, sasa, sasa hivi}
  naomba {unisaidie,mnisaidie,nisaidiwe} | niokoe{,ni} | okoa | dharura | {unaweza,mnaweza} kunisaidia | je {unaweza,mnaweza} kunisaidia
  nisaidie tafadhali | usaidizi | nani anaweza kunisaidia | tafadhali nisaidie{,ni} | haraka msaada
  {tafadhali ,naomba ,}{nisaidie,nisaidieni,tusaidie,tusaidieni,unisaidie,mnisaidie}{, tafadhali, haraka, jamani, sasa}
  {mtu,yeyote,kuna mtu} {anisaidie,wa kunisaidia,anaweza kunisaidia}
  {nahitaji,naomba,ninahitaji,naombeni,ninaomba} {msaada,usaidizi,kusaidiwa}{, wenu, wako, haraka, sasa, jamani, tafadhali}
  {niokoe,niokoeni,okoeni}{, tafadhali} | msaada {jamani,wa haraka,haraka} | naombeni msaada
block: {msi,usi}ache{,ni}{, tafadhali} | {msini,usini}ache | {msi,usi}{simamishe,sitishe,koma}
again anew: tena | upya
anew: endelea | endeleeni | anza | anzeni | sasa
may: {sasa ,}{una,mna}weza{, sasa, tena} | {una,mna}ruhusiwa | ruhusa ya | {una,mna}weza kuendelea | ni sawa | naruhusu | nawaruhusu
want: {nataka,naomba,ningependa,nahitaji}{, tena, kupokea, kupata, kuendelea kupokea}
towrite: {ni}{andikie,andikieni,tumie ujumbe,tumieni ujumbe,tumie meseji,tumieni meseji,tumie sms,tafute,tafuteni,text,jibu}
  {wasiliana,wasilianeni}{, nami, na mimi} | tuma{,ni}{, ujumbe, meseji, sms}
now: sasa | leo | kwa sasa | saa hii
"""
