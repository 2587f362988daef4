"""Haitian Creole."""

TABLE = """
stop: kanpe | sispann | dezabone | rete | mwen vle {sispann,dezabone} | m vle {sispann,dezabone} | pa gen mesaj anko
  {mwen,m} pa vle {pale ak nou,pale avek ou,tande nou} anko | ase mesaj | sispann mesaj{ yo,}
not: pa | pa janm | m pa vle {nou,ou,w} | mwen pa vle {nou,ou,w} | fok {nou,ou} pa | fok ou pa | pinga | piga | pa kontinye
nomore: m pa {vle,bezwen} | mwen pa {vle,bezwen} | m pa vle resevwa | mwen pa vle resevwa | pa gen | mpa vle | mpa bezwen
write: ekri{,m} | kontakte{,m} | reponn{,m} | texte | tekste | deranje{,m} | pale ak
call: rele{,m} | telefone
send: voye{,m} | voye ban
message: mesaj{,yo} | teks{,yo} | tèks{,yo} | sms | anyen | msg
stopping: sispann | rete | kanpe | bouke
again: anko | janm | janm anko | ditou | toutan | pou toujou
here: sou {nimewo,telefon} {sa,sa a,mwen,m} | nan {nimewo,telefon} {sa,sa a,mwen,m} | isit | sou nimewo sa a | la a
me: m | mwen | ban m | ban mwen | ba m | ba mwen | ban | nou | ou | yo | de | pou | sa | sa yo | w | a | pou mwen | pou m | vin
or: oswa | ni | ak | epi
remove: retire{,m} | efase{,m} | wete{,m}
list: nan lis {la,nou an,ou,nou,ou a} | sou lis {la,nou an,ou,nou,ou a} | nimewo {m,mwen}{, nan lis la, nan lis nou an, sou lis la}
polite: tanpri | silvouple | souple | mesi | mesi anpil | bonjou | bonswa | alo | eskize {m,mwen} | padon | wi | non mesi | non | sivouple
  svp | mwen mande {nou,ou} | zanmi | msye | madam | orevwa | mesi pou {ed la,tout bagay} | bondye beni {nou,ou}
ask: eske {nou,ou,w} {ka,kapab} | {nou,ou,w} {ka,kapab}
wrong: move nimewo | nimewo a pa bon | {nou,ou,w} {twonpe,mal rele,tronpe}{, nimewo} | se move nimewo{, sa a}
  se pa {bon ,}nimewo {a,sa,m} | {mwen,m} pa konnen {nou,ou,w} | {m,mwen} pa enterese | se pa {mwen,mwen menm}
  {nou,ou} gen move nimewo{, a} | kite {m,mwen} trankil | mwen pa bezwen ed{, anko} | m pa bezwen ed{, anko} | {mwen,m} pa konn {nou,ou}
wrong ask: kiyes {ou,nou} ye | ki moun {ou,nou} ye | ki moun sa
who: li | yo | mari {m,mwen} | mennaj {m,mwen} | bos {la,mwen,m} | patwon {an,m,mwen} | papa {m,mwen} | manman {m,mwen} | madanm {m,mwen}
  fanmi {m,mwen} | yon moun | paske {li,yo} | paske mari {m,mwen} | si li
sees: gade | tcheke | li | we | ap {gade,tcheke,li,we,kontwole,siveye,we sa} | ka {gade,li,we} | kontwole | siveye | gen | pral we | fouye
  ap fache | pran | sevi ak | ap touye m si li we | ap touye mwen si li we
phone: telefon {m,mwen,nan,lan} | telefon mwen an | mesaj {m,mwen,yo} | mesaj mwen yo | sa | tout bagay
reason: paske | li danjere{, pou mwen, pou m} | se danje{, pou mwen, pou m} | se pa telefon {m,mwen}
  telefon {sa ,sa a ,la ,nan ,}pa pou {m,mwen} | {m,mwen} pe | {m,mwen} ap {travay,domi} | {m,mwen} {byen,anfom}{, kounye a}
  {m,mwen} chanje lide | {m,mwen} gen pwoblem | {m,mwen} ka gen pwoblem | {m,mwen} pataje telefon {sa,sa a,nan}
start: komanse | rekomanse | reprann | {m,mwen} vle {rekomanse,komanse,tounen,retounen,resevwa mesaj,resevwa mesaj anko,kontinye}
  {nou,ou,w} {ka,mèt,met} {ekri,kontakte} {m,mwen} anko | ekri {m,mwen} anko | voye mesaj {ban ,ba ,}{m,mwen} anko | reabone | abone
  kontinye | {m,mwen} tounen
help: =èd | ede m | ede mwen | ede nou | {m,mwen} bezwen {,yon }{ed,èd,sekou} | {nou,ou,w} ka ede {m,mwen} | sekou | anmwe | sove {m,mwen}
  ijans | {m,mwen} vle ed | eske {nou,ou,w} ka ede {m,mwen} | bezwen ed | m bezwen ed | yon moun ede {m,mwen} | ede m souple
  bay {m,mwen} ed | m nan ijans
block: pa {sispann,rete,kanpe}
"""
