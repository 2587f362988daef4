"""Swahili. The negation is in the verb: "msiniandikie", do not write to me."""

TABLE = """
stop: simamisha | acha | acheni | koma | komesha | sitisha | jiondoe | jitoe | ondoa | niondoe | niondoeni | nitoe | nitoeni
  nataka {kujiondoa,kujitoa,kusitisha,kuacha kupokea ujumbe,kuacha kupokea meseji}
  {sitaki,siitaji} {mawasiliano,kuwasiliana nanyi,kuwasiliana na nyie} {tena,} | {sitisha,simamisha}{,ni} {ujumbe,meseji,sms,jumbe}
  hakuna {ujumbe,meseji,sms} tena | acha {meseji,sms,ujumbe}
not write: {msini,usini,msi,usi}{andikie,tumie,wasiliane,jibu,sumbue,text,kontakti,andikieni} | {msi,usi}wasiliane{, nami, na mimi}
  {msini,usini}{tumie,tumieni,andikieni} | {msi,usi}{andike,jibu,nisumbue,nijibu}
  {sitaki} {mniandikie,uniandikie,mnitumie ujumbe,unitumie ujumbe,mnitext,unitext,mwasiliane nami} | {msini,usini}text
  tafadhali {msi,usi}niandikie | usinichati | {msini,usini}chat
not call: {msini,usini}{pigie,ite} | {msi,usi}nipigie{, simu}
not send: {msi,usi}tume | {msi,usi}ni{tumie,letee} | {msini,usini}{tumie,letee,tumieni} | {msi,usi}endelee kunitumia
nomore: sitaki{, tena}{, kupokea, kupata} | sihitaji{, tena}{, kupokea, kupata} | staki | nisipokee | sitaki {kutumiwa,kupewa}
  sitaki muendelee kunitumia | sitaki uendelee kunitumia
write: ku{niandikia,nitumia,wasiliana,nijibu,text,nisumbua,nitext} | kuwasiliana {nami,na mimi} | kuandika
call: kunipigia{, simu} | simu
send: kutuma | kunitumia | kuleta
message: ujumbe | jumbe | meseji | sms | msg | mesej | chochote | texts | text | kitu | taarifa | messages | message
stopping: acha | acheni | koma | komeni | sitisha | sitisheni | simamisha | simamisheni | naomba {uache,muache,msitishe,usitishe}
  {uache,muache} | tafadhali acha | niache | nataka {uache,muache}
again: tena | kamwe | kabisa | daima | milele | tena kamwe | tena kabisa | zaidi
here: kwenye {namba,nambari,simu} {hii,yangu} | kwa {namba,nambari,simu} {hii,yangu} | {namba,nambari,simu} hii | hapa
  katika {namba,nambari} hii
me: mimi | kwangu | yenu | zenu | wenu | za | ya | wa | hizi | huu | hii | kwa | nami | na mimi | yoyote | wowote | zozote | kwenye | basi
  wako | zako | yako | tu | nyingi | sasa hivi
or: au | wala | na
remove: ondoa | niondoe{,ni} | nitoe{,ni} | futa | toa | ondoeni | futeni
list: {namba,nambari} yangu{, kwenye orodha, kwenye orodha yenu, katika orodha yenu} | kwenye orodha{, yenu, yako}
  katika orodha{, yenu, yako} | kutoka kwenye orodha{, yenu, yako}
polite: tafadhali{,ni} | asante{,ni}{, sana} | ahsante{,ni}{, sana} | samahani{,ni} | habari{, yako, zenu} | hujambo | jambo | naomba
  nawaomba | nakuomba | ndiyo | sawa | shukrani | kwaheri | shikamoo | mambo | ndugu | rafiki | asante kwa {msaada,kila kitu} | pole{,ni}
  hapana{, asante} | salamu | dada | kaka | bwana
ask: mnaweza | unaweza | je mnaweza | je unaweza | naweza kuomba
wrong: {namba,nambari}{, hii}{, sio sahihi, si sahihi, siyo sahihi} | umekosea {namba,nambari} | mmekosea {namba,nambari}
  {umekosea,mmekosea}{, mtu} | {namba,nambari} isiyo sahihi | siwajui{, nyie, ninyi} | sikujui | si mimi | sio mimi | sina haja
  sipendezwi | sihitaji {msaada,msaada tena,msaada wenu,tena msaada} | wrong {namba,nambari} | sitaki msaada | si {namba,nambari} sahihi
  {namba,nambari} si sahihi | niacheni{, kwa amani} | {namba,nambari} mbaya
wrong ask: {wewe ,ninyi ,nyie ,}ni nani{, wewe, huyu} | nani huyu | nani wewe | nyinyi ni {akina ,}nani
who: yeye | wao | mume wangu | mke wangu | bosi{, wangu} | tajiri{, yangu, wangu} | mwajiri{, wangu} | mpenzi wangu | baba{, yangu}
  mama{, yangu} | kwa sababu {yeye,mume wangu,bosi wangu} | kwa kuwa {mume wangu,bosi wangu} | maana {mume wangu,bosi wangu}
  familia yangu | mtu mwingine | boyfriend wangu | watu | mtu | sababu {mume wangu,bosi wangu}
sees: {ana,wana,hu,ata,wata,aki,atai,anai,anazi,ataz,atazi,akii}{kagua,angalia,soma,ona,chunguza,fuatilia,kasirika,tumia}
  {ana,wana,hu,ata,wata,aki,atai,anai,anazi,ataz,atazi,akii}{shika,jua,pekua,zisoma,isoma,cheki,check,kontrol,simamia}
  anaweza {kuona,kusoma,kuangalia,kujua} | ana | {ataniua,atanipiga} akiona | wanaweza {kuona,kusoma}
  {anaichunguza,anaikagua,anaisoma,anaiangalia} | akizisoma | akiziona | ataiona
phone: simu yangu | simu | {ujumbe,jumbe,meseji,sms} {wangu,zangu,hizi,huu} | hii | hizi | kila kitu | simu hii
reason: kwa sababu | kwa kuwa | maana | sababu | ni hatari{, kwangu, sana} | si salama{, kwangu} | sio salama{, kwangu}
  siyo salama{, kwangu} | {hii ,}{si,sio,siyo} simu yangu | simu hii {si,sio,siyo} yangu | naogopa | ninaogopa
  {niko,nipo} {kazini,salama,sawa,busy} | nimelala | nimebadilisha mawazo | nitapata {shida,matatizo} | nitaingia matatani
  nashiriki simu | {simu hii ,}tunatumia {simu ,}{pamoja,wengi,wawili} | ninafanya kazi | {mnanisumbua,unanisumbua}
  nime{choka,badili mawazo,badilisha nia} | simu {ya kushiriki,hii ni ya watu wengi}
start: anza{, tena} | anzisha{, tena} | endelea | endeleeni | rudisha
  nataka {kuanza,kuanza tena,kurudi,kuendelea,kupokea ujumbe tena,kupokea meseji tena,kujiunga,kujiunga tena,kupokea ujumbe}
  {niandikie,niandikieni,nitumie ujumbe,nitumieni ujumbe,nitumie meseji,wasiliana nami,wasilianeni nami} tena
  {mnaweza,unaweza} {kuniandikia,kunitumia ujumbe,kunitumia meseji,kuwasiliana nami}{, tena} | jiunge{, tena} | nianzishie tena
  jiunga{, tena} | niunge{, tena} | niunganishe tena
help: msaada{, tafadhali} | saidia | nisaidie{,ni} | tusaidie{,ni}
  {nahitaji,ninahitaji,naomba,nataka,naitaji} {msaada,usaidizi}{, wako, wenu, haraka, sasa, sasa hivi}
  naomba {unisaidie,mnisaidie,nisaidiwe} | niokoe{,ni} | okoa | dharura | {unaweza,mnaweza} kunisaidia | je {unaweza,mnaweza} kunisaidia
  nisaidie tafadhali | usaidizi | nani anaweza kunisaidia | tafadhali nisaidie{,ni} | haraka msaada
block: {msi,usi}ache{,ni}{, tafadhali} | {msini,usini}ache | {msi,usi}{simamishe,sitishe,koma}
"""
