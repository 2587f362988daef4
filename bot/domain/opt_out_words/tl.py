"""Tagalog."""

TABLE = """
stop: tigil | itigil | ihinto | hinto | kanselahin | itigil {na,niyo na,nyo na,mo na} | tama na {ang ,}{text,mga text,mensahe,mga mensahe}
  gusto ko{ng,} {nang ,na ,nang mag,}{itigil,ihinto,unsubscribe,mag unsubscribe,tumigil sa mga text,huminto}
  ayoko na ng {text,mga text,mensahe,mga mensahe} | ayaw ko na ng {text,mga text,mensahe,mga mensahe}
  ayoko na makatanggap ng {text,mga text,mensahe,mga mensahe} | ayaw ko na{ng,} makatanggap ng {text,mga text,mensahe,mga mensahe}
  kanselahin {niyo,nyo,mo} na | itigil {niyo ,nyo ,mo ,}{na ,}{ang ,}{pag ,pagte,pag te,pag}{text,mga text,mensahe,mga mensahe}
  tumigil na kayo{, sa pagtext, sa pag text, sa kakatext} | wala nang text
not: huwag | wag | hwag | {huwag,wag} {na,mo,niyo,nyo,ninyo,kang,kayong,po}
  {huwag,wag} {na po,na kayong,na kayo,mo na,niyo na,nyo na,ninyo na,na kang}
  {huwag,wag} {mo akong,niyo akong,nyo akong,ninyo akong,na ninyo,na mo,na niyo,na nyo,nang}
  {huwag,wag} {mo na,niyo na,nyo na,ninyo na,na ninyo,na niyo,na nyo,na mo} akong | {huwag,wag} na po {kayong,kayo,ninyo,niyo,nyo}
  ayaw ko {na ,nang ,}na{ , }{kayong,kayo,i} | {huwag,wag} na sana kayong | ayoko{ng, na}{, kayong}
  {huwag,wag} {na na,na po na,nyo na po,niyo na po,mo na po,na po kayong,na po kayo,na kayo,na nga,na wag,nga,naman,na naman}
  {huwag,wag} {na,nyo,niyo,mo,ninyo}{, na, na po} {ako,akong,kaming,ko}{, na, po} | {huwag,wag} {na sana,sana,na muli,na ulit}
  {ayaw,ayoko}{, ko}{, na, nang, na pong}{, na} {kayong,ikaw,kayo,mag,i} | wag na wag{, mo, nyo, niyo, kang, kayong}{, na, nang}
  hindi {na ,}{dapat,kailangan}{, kayong, ninyong, mong, nyong, pang} | di {na ,}{dapat,kailangan}{, kayong, ninyong, mong, nyong, pang}
  bawal | {huwag,wag}g | hwag na | ayokong | ayaw ko pong
nomore: ayoko na | ayaw ko na | ayoko | ayaw ko | hindi ko {na ,}{gusto,kailangan} | {ayoko,ayaw ko} nang | ayoko na po
  {hindi,di,d,ndi} ko {na ,po ,na po }{gusto,kailangan,kelangan,nais,type}{, na, ng}
  {hindi,di,d,ndi} ko {na ,po ,na po }{gusto,kailangan,kelangan,nais,type}{ ang, makatanggap, makatanggap ng, na makatanggap ng}
  {hindi,di} ko {gusto,kailangan,kelangan}{, ang, ng, makatanggap ng, makatanggap}
  ayaw{, ko po, na, ko na po, namin, na namin}{, ng, makatanggap, makatanggap ng}
  ayoko {na ,po ,na po }{ng,makatanggap,makatanggap ng,tumanggap ng} | ayoko{ng,ko} | hindi na {ako ,po ako }tatanggap ng | wala nang
  wala na sanang | wala ng | sawa na ako sa | pagod na ako sa
write: {mag ,pag ,mag,i,ite,mag te,magte,i ,tina,ma,te,nag,pag,pagte,pag te,kaka,kakate,naka}text | text
  {mag ,mag,mag me,i,i ,pag,imi}message | {mag,mag ,}sulat | sumulat | sulatan | sulatin | {kontak,kontakin,makipag ugnayan,kontakin}
  contact | {mag ,mag,}reply | sumagot | sagutin | istorbohin | guluhin | kulitin | i contact | kontakin | mang istorbo | pag kontak
  tetext | chat | ichat | i chat | magchat | mag chat | pagmemensahe | padalhan
  {pag,mag,pagte,mag pag,kakate,kaka,nagte,magte,pagti,ite,tine}{, }{text,txt,tx,teks} | pagtetext | magtetext | kakatext | itetext
  magtetxt | magtxt | itxt | txt | magtex | i txt | i tetext | pag tetext | pag te text | pagtext
  {i,mag,pag}{, }{chat,pm,dm,reply,message} | magmessage | imessage | pagmessage | sumulat{, pa} | susulat | sulatan
  makipag{, }{usap,ugnayan,chat} | {makikipag,nakikipag} {ugnayan,usap} | kausapin
  {contact,kontak,kontakin,makontak,kinokontak,kokontakin} | magkontak | gambalain | abalahin | mang abala | {ma,}abala | mangulit
  kulitin | bulabugin | istorbo{,hin} | rereply | magreply | sagutin | sumagot | guluhin | manggulo | pm | dm
call: tawag{an,} | tumawag | tatawag | pagtawag | mag call | itawag
  tatawag{an,} | tumatawag | tawagan | tumawag | magtawag | katawag
send: {mag ,mag,}padala | ipadala | padalhan | {mag ,mag,i ,i}send | {pag,pag }send | magpadala | pagpapadala | magsend
  {mag,pag,pagpa,nagpa,magpa}padala | pagpapadala | ipadala | padalahan | padadalhan | isend | mag send | pagsend | pag send | nagsesend
  magsesend | magpapadala | nagpapadala | magsend
message: text{,s} | mga text | mensahe | mga mensahe | mga message | message{,s} | sms | kahit ano | anuman | mga sms
  {mga ,ang mga ,ng mga ,}{text,txt,mensahe,message,messages,sms,texts,mensahe} {na ito,na to,na yan,nyo,niyo,ninyo,mo,nito} | txt | txts
  {anumang,kahit anong,ano mang} {text,mensahe,message} | notif{s,ication,ications} | alerts | mensahe po | balita | pasabi
stopping: itigil | tigilan | ihinto | tumigil | tigil | huminto | itigil {na,niyo,nyo,mo,niyo na,nyo na,mo na,na ninyo,na po}
  tigilan {na,niyo,nyo,mo,niyo na,nyo na,mo na,ninyo na,na ninyo,mo na ang,nyo na ang,niyo na ang} | stop{, na} | pakitigil | paki tigil
  pakihinto | tama na
  {i,}tigil{, na}{, po}{, na po}{, nyo na, niyo na, mo na, nyo na po}
  itigil {na ,na po ,nyo na po ,niyo na po ,mo na po }{ang,yung,iyong}
  tigilan {na,nyo,niyo,mo,nyo na,niyo na,mo na}{, po}{, ang, ako sa, yung, ako ng, akong, ako}
  tumigil {na,na kayo,ka na,na po kayo,kayo}{, sa, ng, na} | ihinto {na,nyo,niyo,mo,nyo na,niyo na,mo na}{, ang, po ang}
  huminto {na,kayo,ka}{, sa, na, na sa} | stop {na,nyo na,na po,muna}{, ang, sa, po} | tama na {ang,yung,po ang,sa,po sa} | itigil{, }n
  wag na ituloy ang | sana itigil | pwede bang itigil | pakitigil {na,po,na po}{, ang, yung}
again: ulit | uli | muli | pa | na | kailanman | na ulit | na muli | parati
  pa ulit | pang muli | kelanman | kahit kailan | habang buhay | simula ngayon | mula ngayon | forever | kahit minsan | na po | pa po | n
  ever | talaga
here: sa {number,numero,cellphone,phone,telepono} na {ito,to} | sa number ko | dito | sa numerong {ito,to} | sa cellphone ko | sa phone ko
  sa {number,numero,cp,cell,phone,linya} {na ito,na to,ko,kong ito} | sa akin number | number {na ito,na to} | numerong ito | sa cp ko
  sa {messenger,viber} | d2 | dito sa number ko
me: ako | akong | sa akin | sakin | po | na | kayo | niyo | nyo | ninyo | mo | ang | ng | mga | sa | ko | na ako | kami | ka | kayong
  nang | naman | lang | sana | natin | ho | please po
  saken | sakin po | sa amin | samin | sa akin po | akin | amin | namin | ninyo po | kayo po | mo po | nyo po | niyo po | yung | yong
  iyong | mong | nyong | niyong | ninyong | pong | eh | e | ba | nga | pa | kang | ito | to | yan | iyan | mga ganito | ganito | ganyan
  nito | aq | q | aqo | ako po | lagi | makatanggap | galing sa inyo | mula sa inyo | inyo | sa inyo | kasi po | din | rin | muna
or: o | at | ni
remove: alisin | tanggalin | burahin | paki alis | pakialis | paki tanggal | pakitanggal | alisin {niyo,nyo,mo,ninyo}{, na}
  tanggalin {niyo,nyo,mo,ninyo}{, na}
  {paki ,paki,i,}{tanggal,alis,bura,delete,remove} | {tanggalin,alisin,burahin,idelete,i delete,i remove} {nyo,niyo,mo,ninyo,na,po}
  {tanggalin,alisin,burahin,idelete,i delete,i remove} {na po,nyo na,niyo na,mo na,nyo na po,niyo na po,mo na po}
  {tanggalin,alisin,burahin} | idelete | i delete | ialis | pakialis | pakitanggal | kalimutan
list: ako sa listahan{, ninyo, niyo, nyo, mo} | sa listahan{, ninyo, niyo, nyo}
  ang number ko{, sa listahan, sa listahan ninyo, sa listahan nyo} | number ko{, sa listahan} | ang numero ko{, sa listahan}
  {ang ,yung ,po ang ,na ang ,ng ,}{number,numero,no,num,cp number,contact,pangalan} ko{, {sa listahan,sa list}{, nyo, niyo, mo, ninyo}}
  {ang ,yung ,po ang ,na ang ,ng ,}{number,numero,no} ko{, {sa system,sa sistema,sa contacts}{, nyo, niyo, mo, ninyo}}
  {ang ,yung ,po ang ,na ang ,ng ,}{num,cp number,contact,pangalan} ko{, {sa system,sa sistema,sa contacts}{, nyo, niyo, mo, ninyo}}
  ako {sa,sa inyong,dyan sa} {listahan,list,system,contacts,records}{, nyo, niyo, mo, ninyo}
  {ang ,yung ,}{number,numerong} {na ito,na to,ito} | sa {system,contacts,records}{, nyo, niyo, mo, ninyo}
polite: pakiusap | salamat{, po, na lang, ha, na lang po} | maraming salamat{, po} | paki | pakisuyo | pasensya{, na, na po}
  pasensiya{, na, na po} | sori | magandang {araw,umaga,gabi,hapon}{, po} | opo | oo | po | kuya | ate | sige{, po} | nakikiusap ako{, po}
  parang awa {mo,niyo,nyo} na | maawa kayo | hindi na po | hindi | paalam | hi po | hello po | please lang{, po} | please po
  thank you po | mam | maam | boss
  pero | ngunit | subalit | kaya | pasensya po | pasensya na po kayo | pasensya na ha | paumanhin{, po} | sorry po | sori po
  sensya na{, po} | tnx | thank u po | salamat nalang | salamat pero | salamat sa {tulong,lahat,tulong nyo} | pls po | plss | pakiusap po
  pakiusap lang | pakisuyo po | utang na loob | parang awa | para awa nyo na | sir po | mam po | maam po | ma am | manong | manang | bes
  tol | bro | sis | opo pero | okay po | ok po | ok lang | ok na po | sige na | sige salamat | basta | kasi naman | hay | hays
  magandang gabi po | gud {am,pm,day} | ingat | ingat po | god bless po | ha | okay lang
ask: puwede ba{ng, }{, }{kayong,} | pwede ba{ng, }{, }{kayong,} | puwede bang | pwede bang | maaari bang | pwede po bang | pwedeng
wrong: maling {numero,number}{, po, po kayo, po ito, ito, kayo} | wrong number{, po, po kayo, po ito, kayo, ka}
  mali {ang ,po ang ,}{numero,number}{, niyo, nyo, mo, ninyo, na ito} | hindi {ko ,ko po ,}kayo {kilala,ko kilala} | hindi kita kilala
  hindi ako interesado | hindi po ako interesado | hindi ako {iyon,yon,yan,ang hinahanap {niyo,nyo,mo}}
  nagkamali {kayo,ka}{, ng number, ng numero, po kayo} | hayaan {niyo,nyo,mo} na ako | hindi ko {na ,}kailangan {ang ,ng }tulong
  lubayan {niyo,nyo,mo} {na ,}ako
  {maling,mali ang,mali na} {tao,number,numero,natext,na text,na i text}{, po}{, kayo, ka, nyo, niyo, ito, yan, na ito}
  mali po{, kayo, ito, ang number, ang natext nyo} | mali kayo ng {number,tao,natext,tinext} | wrong {send,person,sent}{, po, kayo, ka}
  {hindi,di} {po ,}ako {yan,yun,iyon,iyan,to,ito,ang taong yan,yung tao,yung taong yan,ang hinahanap nyo,ang hanap nyo}{, po}
  {hindi,di} {ko ,ko po ,ko na }{kailangan,kelangan,need} {to,ito,yan,nyan,nito,ng tulong,ang tulong,ang tulong nyo,ng tulong nyo,niyan}
  {hindi,di} {ko ,ko po }{kilala,kayo kilala,kakilala}{, kayo, ka, po kayo} | {hindi,di} {po ,na ,na po }ako interesado{, dyan, jan}
  {hindi,di} {po ,}ako si {maria,juan,ana} | walang {maria,ganyan} dito | iba na {po ,}ang may ari{, nito} | nagkamali po kayo
wrong ask: sino {ka,kayo,ito,to,po kayo,ba kayo,po ito}
who: siya | sya | sila | asawa ko | ang asawa ko | amo ko | ang amo ko | ng asawa ko | ng amo ko | boss ko | ang boss ko | boyfriend ko
  ng boyfriend ko | tatay ko | nanay ko | pamilya ko | niya | nya | nila | baka {siya,sya,niya,nya,nila} | kasi {siya,sya}
  baka {ng asawa ko,ng amo ko,asawa ko} | kasi ang {asawa,amo} ko | may tao | may ibang tao | ng boss ko | ng tatay ko | kinakasama ko
  baka
  {mister,misis,hubby,asawa,amo,boss,bf,jowa,tatay,kuya,madam,agency,recruiter,byenan,biyenan} {ko,namin}
  ang {mister,misis,hubby,bf,jowa,madam} ko | ng {mister,misis,hubby,bf,jowa,madam,pamilya,magulang} ko | ibang tao | iba
  kasi {ang asawa,asawa,amo,boss,ng asawa} ko | baka {malaman ng,makita ng} {asawa,amo,boss} ko
sees: {tinitingnan,tinitignan,binabasa,nakikita,chinecheck,chini check,hawak,kinokontrol,binabantayan,ginagamit}{, niya, nya, nila, kasi}
  {makikita,mababasa,mabasa,makita,titingnan,nababasa,pinapakialaman,kinukuha,minomonitor,sinusuri}{, niya, nya, nila, kasi} | magagalit
  nagagalit | may hawak | kinuha | nagbabasa | nagche check
  {nakikita,nababasa,hawak,chinecheck,tinitingnan,tinitignan,binabasa,ginagamit,pinapakialaman} {niya,nya,nila} | nakikita {nila,nya}
  makita | mabasa | nakita | nabasa | chinicheck | tinsek | may access | nakakakita | nakakabasa | binubuksan | nagchecheck
phone: {ang ,sa ,ng ,}{phone,cellphone,cp,telepono,selpon} ko | {ang ,ng ,}{mga ,}{text,mensahe,message,messages} ko | ito | to | lahat
  ang lahat
  {ang ,yung ,sa ,ng ,}{cp,cellphone,phone,fone,fon,selpon,cel,messages,text,mga text,messenger} {ko,namin} | cp | phone
reason: kasi | dahil | delikado{, po, para sa akin, ito} | hindi {ligtas,safe}{, para sa akin, po} | natatakot ako | takot ako
  hindi {ko ,sa akin ang ,akin }{phone,cellphone}{, ito, to} | hindi akin {ito,to,ang phone,ang cellphone}{, na ito, na to}
  {nasa trabaho,nagtatrabaho,natutulog,ok na,okay na,ligtas na,busy}{, po} ako | nagbago {na ,}{ang ,}isip ko | mapapahamak ako
  nakakainis | naiinis na ako | i boblock ko kayo | hindi ko na kailangan | ok na ako | baka mapahamak ako | kahati ko sa phone
  {hindi,di} {po ,}{akin,ko} {ito,to,ang number,ang phone,ang cp} | hindi sa akin {ang phone,ang cp,ito,to}{, na to, na ito}
  delikado {dito,po,na,ako,kasi} | baka {mapahamak,mapagalitan,mabugbog,mahuli} {ako,po ako} | mapapagalitan ako | mapapahamak {po ,}ako
  ayoko ng {gulo,problema} | ayaw ko ng gulo | {ok,okay,safe,ligtas} na {po ,}ako | may tulong na ako | may trabaho na ako | nakakaistorbo
  nakakaabala | nakakairita | ang kulit | makulit | {ang ,}dami{, na, nyan, masyado} | iboblock ko {kayo,to} | i block ko {kayo,to}
  block ko {kayo,to} | bablock ko kayo | ubos load ko | may load | pagod na ako | busy ako | nasa work ako | nasa trabaho ako
  nagpalit na ako ng number
start: simula | magsimula | simulan | simulan {ulit,muli} | magsimula {ulit,muli}
  {gusto,nais} ko{ng,} {bumalik,magsimula,magsimula ulit,makatanggap ulit ng text}
  {gusto,nais} ko{ng,} {makatanggap ulit ng mga text,makatanggap ng text ulit,mag subscribe,ituloy,magpatuloy}
  {puwede,pwede} {na ,na po ,niyo na ,nyo na }{,akong ,ako }{i ,mag ,mag,i}text{, ulit, uli, muli, ako ulit, ako}
  {puwede,pwede} {na ,na po ,niyo na ,nyo na }{ulit ,niyo akong ,nyo akong }{i ,mag ,mag,i}text{, ulit, uli, muli, ako ulit, ako}
  {puwede,pwede} {mo na ,na kayong ,na kayo ,na ninyo }{,akong ,ako }{i ,mag ,mag,i}text{, ulit, uli, muli, ako ulit, ako}
  {puwede,pwede} {mo na ,na kayong }{ulit ,niyo akong ,nyo akong }{i ,mag ,mag,i}text{, ulit, uli, muli, ako ulit, ako}
  {puwede,pwede} {na kayo ,na ninyo }{ulit ,niyo akong ,nyo akong }{i ,mag ,mag,i}text{, ulit, uli, muli, ako ulit, ako}
  {i ,}text {niyo,nyo,mo} {ulit ,na ulit }ako{, ulit, uli} | {i ,}text {niyo,nyo,mo} ako {ulit,uli,muli} | ituloy{, ulit, niyo, nyo}
  bumalik | balik | magpatuloy | {i,i }text {niyo,nyo,mo} na ulit ako
  {itext,i text,text,txt,itxt} {mo,nyo,niyo}{, po}{, ulit, uli, na}{, ulit} ako{, ulit, uli, po ulit}
  ituloy {nyo,mo,niyo,na}{, na}{, ang}{, text, mga text, pag text, pagtext, mensahe}
  {magsimula,simulan,umpisahan} {ulit,uli,na,na ulit,natin}{, po}
  gusto ko{ng,} {magsimula,mag start,bumalik,mag subscribe,sumali}{, ulit, uli, muli} | mag start {ulit,na} | i on ulit ang text
  balik na ako | bumalik na ako | i unblock nyo ako | i subscribe ulit ako
help: tulong{, po} | saklolo{, po} | tulungan {mo,niyo,nyo,ninyo}{, po, naman, po sana} {ako,kami}{, po}
  kailangan ko {,po }ng {,inyong }tulong{, po, ngayon, agad, niyo, nyo} | patulong{, po, naman} | patulong naman po
  {pwede,puwede}{, po}{, ba, bang} {niyo ,nyo ,mo ,}{akong ,}{tulungan,matulungan}{, ako, niyo ako, nyo ako, mo ako}
  matutulungan {mo,niyo,nyo}{, po} ba ako | kailangan ng tulong | iligtas {niyo,nyo,mo} ako | emergency po | humihingi ako ng tulong
  paki tulungan {ako,niyo ako,nyo ako} | tulungan {niyo,nyo} po ako | need ko {ng ,}{tulong,help} | help po | patulong po
  may {makakatulong,tutulong} ba sa akin
  {tulungan,matulungan,patulong,tulong}{, nyo, niyo, mo}{, po}{, ako, kami, naman}{, po}{, please, pls} | tulong{, nyo, niyo}{, ako}
  {kailangan,kelangan,need} ko {ng ,po ng ,na ng }{tulong,saklolo,help}{, po, nyo, niyo, ngayon, agad, please}
  {pa,paki}tulong{an,}{, po, naman po, ako} | saklolo{han nyo ako,} | iligtas {nyo,niyo,mo} {po ,}ako | sagipin {nyo,niyo,mo} {po ,}ako
  tulong tulong | may tutulong ba sakin | help po ako | help nyo ako
block: {huwag,wag}{, kayong, kang, mong, nyong, niyong, mo, nyo, niyo}{, na} {tumigil,titigil,ititigil,itigil,tigilan,huminto}
  {huwag,wag} {mo,nyo,niyo} akong {iwan,iwanan}
  pauwi{in,} | {huwag,wag} {nyo,niyo,mo} akong {ipadala,pauwiin,ibalik}
again anew: ulit | uli | muli | ulet
anew: ituloy | tuloy | bumalik | ulitin | na ulit
who sees: {nakikita,nababasa,hawak,chinecheck,tinitingnan,tinitignan,binabasa,ginagamit,pinapakialaman,kinokontrol} {ng,po ng}
may: {pwede,puwede,pede,pwd,ok}{, na} {nyo,niyo,kayong,kayo,mo,kang,ninyo}{, na, nang}{, po}{, ulit, uli, muli}{, ako, akong}
  {pwede,puwede,pede,pwd} na{, po}{, ulit, uli, ulit po}{, ako, akong}{, kayo, kayong} | {pwede,puwede,pede} {nyo,niyo,mo}{, na ulit} ako
  ok na po kayong | pwede na | puwede na
want: {gusto,nais} {ko,ko na,ko po,ko na po,kong,ko nang}{, na}{, makatanggap, makatanggap ng, tumanggap ng, ng}
want anew: {gusto,nais} ko {ulit,uli,na ulit} {makakuha,makatanggap}{, ng}
now: ngayon | na ngayon
"""
