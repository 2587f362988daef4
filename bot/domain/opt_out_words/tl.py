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
nomore: ayoko na | ayaw ko na | ayoko | ayaw ko | hindi ko {na ,}{gusto,kailangan} | {ayoko,ayaw ko} nang | ayoko na po
write: {mag ,pag ,mag,i,ite,mag te,magte,i ,tina,ma,te,nag,pag,pagte,pag te,kaka,kakate,naka}text | text
  {mag ,mag,mag me,i,i ,pag,imi}message | {mag,mag ,}sulat | sumulat | sulatan | sulatin | {kontak,kontakin,makipag ugnayan,kontakin}
  contact | {mag ,mag,}reply | sumagot | sagutin | istorbohin | guluhin | kulitin | i contact | kontakin | mang istorbo | pag kontak
  tetext | chat | ichat | i chat | magchat | mag chat | pagmemensahe | padalhan
call: tawag{an,} | tumawag | tatawag | pagtawag | mag call | itawag
send: {mag ,mag,}padala | ipadala | padalhan | {mag ,mag,i ,i}send | {pag,pag }send | magpadala | pagpapadala | magsend
message: text{,s} | mga text | mensahe | mga mensahe | mga message | message{,s} | sms | kahit ano | anuman | mga sms
stopping: itigil | tigilan | ihinto | tumigil | tigil | huminto | itigil {na,niyo,nyo,mo,niyo na,nyo na,mo na,na ninyo,na po}
  tigilan {na,niyo,nyo,mo,niyo na,nyo na,mo na,ninyo na,na ninyo,mo na ang,nyo na ang,niyo na ang} | stop{, na} | pakitigil | paki tigil
  pakihinto | tama na
again: ulit | uli | muli | pa | na | kailanman | na ulit | na muli | parati
here: sa {number,numero,cellphone,phone,telepono} na {ito,to} | sa number ko | dito | sa numerong {ito,to} | sa cellphone ko | sa phone ko
me: ako | akong | sa akin | sakin | po | na | kayo | niyo | nyo | ninyo | mo | ang | ng | mga | sa | ko | na ako | kami | ka | kayong
  nang | naman | lang | sana | natin | ho | please po
or: o | at | ni
remove: alisin | tanggalin | burahin | paki alis | pakialis | paki tanggal | pakitanggal | alisin {niyo,nyo,mo,ninyo}{, na}
  tanggalin {niyo,nyo,mo,ninyo}{, na}
list: ako sa listahan{, ninyo, niyo, nyo, mo} | sa listahan{, ninyo, niyo, nyo}
  ang number ko{, sa listahan, sa listahan ninyo, sa listahan nyo} | number ko{, sa listahan} | ang numero ko{, sa listahan}
polite: pakiusap | salamat{, po, na lang, ha, na lang po} | maraming salamat{, po} | paki | pakisuyo | pasensya{, na, na po}
  pasensiya{, na, na po} | sori | magandang {araw,umaga,gabi,hapon}{, po} | opo | oo | po | kuya | ate | sige{, po} | nakikiusap ako{, po}
  parang awa {mo,niyo,nyo} na | maawa kayo | hindi na po | hindi | paalam | hi po | hello po | please lang{, po} | please po
  thank you po | mam | maam | boss
ask: puwede ba{ng, }{, }{kayong,} | pwede ba{ng, }{, }{kayong,} | puwede bang | pwede bang | maaari bang | pwede po bang | pwedeng
wrong: maling {numero,number}{, po, po kayo, po ito, ito, kayo} | wrong number{, po, po kayo, po ito, kayo, ka}
  mali {ang ,po ang ,}{numero,number}{, niyo, nyo, mo, ninyo, na ito} | hindi {ko ,ko po ,}kayo {kilala,ko kilala} | hindi kita kilala
  hindi ako interesado | hindi po ako interesado | hindi ako {iyon,yon,yan,ang hinahanap {niyo,nyo,mo}}
  nagkamali {kayo,ka}{, ng number, ng numero, po kayo} | hayaan {niyo,nyo,mo} na ako | hindi ko {na ,}kailangan {ang ,ng }tulong
  lubayan {niyo,nyo,mo} {na ,}ako
wrong ask: sino {ka,kayo,ito,to,po kayo,ba kayo,po ito}
who: siya | sya | sila | asawa ko | ang asawa ko | amo ko | ang amo ko | ng asawa ko | ng amo ko | boss ko | ang boss ko | boyfriend ko
  ng boyfriend ko | tatay ko | nanay ko | pamilya ko | niya | nya | nila | baka {siya,sya,niya,nya,nila} | kasi {siya,sya}
  baka {ng asawa ko,ng amo ko,asawa ko} | kasi ang {asawa,amo} ko | may tao | may ibang tao | ng boss ko | ng tatay ko | kinakasama ko
  baka
sees: {tinitingnan,tinitignan,binabasa,nakikita,chinecheck,chini check,hawak,kinokontrol,binabantayan,ginagamit}{, niya, nya, nila, kasi}
  {makikita,mababasa,mabasa,makita,titingnan,nababasa,pinapakialaman,kinukuha,minomonitor,sinusuri}{, niya, nya, nila, kasi} | magagalit
  nagagalit | may hawak | kinuha | nagbabasa | nagche check
phone: {ang ,sa ,ng ,}{phone,cellphone,cp,telepono,selpon} ko | {ang ,ng ,}{mga ,}{text,mensahe,message,messages} ko | ito | to | lahat
  ang lahat
reason: kasi | dahil | delikado{, po, para sa akin, ito} | hindi {ligtas,safe}{, para sa akin, po} | natatakot ako | takot ako
  hindi {ko ,sa akin ang ,akin }{phone,cellphone}{, ito, to} | hindi akin {ito,to,ang phone,ang cellphone}{, na ito, na to}
  {nasa trabaho,nagtatrabaho,natutulog,ok na,okay na,ligtas na,busy}{, po} ako | nagbago {na ,}{ang ,}isip ko | mapapahamak ako
  nakakainis | naiinis na ako | i boblock ko kayo | hindi ko na kailangan | ok na ako | baka mapahamak ako | kahati ko sa phone
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
help: tulong{, po} | saklolo{, po} | tulungan {mo,niyo,nyo,ninyo}{, po, naman, po sana} {ako,kami}{, po}
  kailangan ko {,po }ng {,inyong }tulong{, po, ngayon, agad, niyo, nyo} | patulong{, po, naman} | patulong naman po
  {pwede,puwede}{, po}{, ba, bang} {niyo ,nyo ,mo ,}{akong ,}{tulungan,matulungan}{, ako, niyo ako, nyo ako, mo ako}
  matutulungan {mo,niyo,nyo}{, po} ba ako | kailangan ng tulong | iligtas {niyo,nyo,mo} ako | emergency po | humihingi ako ng tulong
  paki tulungan {ako,niyo ako,nyo ako} | tulungan {niyo,nyo} po ako | need ko {ng ,}{tulong,help} | help po | patulong po
  may {makakatulong,tutulong} ba sa akin
block: {huwag,wag}{, kayong, kang, mong, nyong, niyong, mo, nyo, niyo}{, na} {tumigil,titigil,ititigil,itigil,tigilan,huminto}
  {huwag,wag} {mo,nyo,niyo} akong {iwan,iwanan}
"""
