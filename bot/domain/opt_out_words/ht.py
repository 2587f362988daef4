"""Haitian Creole."""

TABLE = """
stop: kanpe | sispann | dezabone | rete | mwen vle {sispann,dezabone} | m vle {sispann,dezabone} | pa gen mesaj anko
  {mwen,m} pa vle {pale ak nou,pale avek ou,tande nou} anko | ase mesaj | sispann mesaj{ yo,}
  {mwen,m} {vle ,}{dezabone,dezenskri,retire nimewo m,sispann resevwa mesaj,sispann resevwa}
  {sispan,sispann,rete,kanpe} {mesaj,mesaj yo,mesaj sa yo,tout mesaj} | dezenskri{, m} | anile{, abonman, mesaj} | plis mesaj non
  ase mesaj{, yo} | pa gen lot mesaj
not: pa | pa janm | m pa vle {nou,ou,w} | mwen pa vle {nou,ou,w} | fok {nou,ou} pa | fok ou pa | pinga | piga | pa kontinye
  mwen pa vle {nou,ou,w,okenn moun} | pa vle {nou,ou,w} | m pa vle | mwen pa vle | mpa vle {nou,ou,w} | pa bezwen | nou pa bezwen
  ou pa bezwen | pa oblije | nou dwe pa | pap | pa p
nomore: m pa {vle,bezwen} | mwen pa {vle,bezwen} | m pa vle resevwa | mwen pa vle resevwa | pa gen | mpa vle | mpa bezwen
  pa vle{, resevwa, wè, we} | {mwen,m} pa {vle,bezwen}{, resevwa, we}{, ankenn, okenn, lot} | pa bezwen | pa ban m | okenn | ankenn
  {mwen,m} bouke ak | {mwen,m} pa ta renmen{, resevwa}
write: ekri{,m} | kontakte{,m} | reponn{,m} | texte | tekste | deranje{,m} | pale ak
  ekrim | ekriw | tekstem | mesaje | kominike{, ak, avek} | kontakte | chache | voye tèks | pale{, ak, avek} | tire | nui | anbete
  anmède | anmede | ennuie | reponnm | voye mesaj
call: rele{,m} | telefone
send: voye{,m} | voye ban
  voyem | voye bay | voye pou | voye ba | vin voye | vwaye | avwaye
message: mesaj{,yo} | teks{,yo} | tèks{,yo} | sms | anyen | msg
  mesaj {sa,sa yo,nou yo,nou,ou yo} | mesag | mesaj yo | lot mesaj | okenn mesaj | ankenn mesaj | yon mesaj | imel | notifikasyon
  bagay sa yo | mesaj konsa | alèt
stopping: sispann | rete | kanpe | bouke
  sispan | sispann tanpri | fok {nou,ou} {sispann,sispan,rete} | {nou,ou,w} {dwe,mèt,met,ka} {sispann,sispan,rete} | bliye
  {mwen,m} vle {nou,ou,w} {sispann,sispan,rete} | pa kontinye | ase | suspann | abandone
again: anko | janm | janm anko | ditou | toutan | pou toujou
  ankò non | jodi a pou toujou | depi kounye a | apati kounye a | nonplis | depi jodi a | menm
here: sou {nimewo,telefon} {sa,sa a,mwen,m} | nan {nimewo,telefon} {sa,sa a,mwen,m} | isit | sou nimewo sa a | la a
  nan nimewo {m,mwen,sa,sa a} | sou telefon {sa,sa a,m,mwen} | nan telefon {sa,sa a,m,mwen} | nimewo {sa,sa a} | sou nimewo m
  sou WhatsApp
me: m | mwen | ban m | ban mwen | ba m | ba mwen | ban | nou | ou | yo | de | pou | sa | sa yo | w | a | pou mwen | pou m | vin
  mwen menm | mwen an | resevwa | m nan | lan | la | nan | sou | yon | lot | twop | anpil | tout | ki soti nan men nou | avè m | ave m
  avek | men | paske
or: oswa | ni | ak | epi
remove: retire{,m} | efase{,m} | wete{,m}
  retire | efase | wete | dezenskri | bliye | ote{, m} | tire | siprime
list: nan lis {la,nou an,ou,nou,ou a} | sou lis {la,nou an,ou,nou,ou a} | nimewo {m,mwen}{, nan lis la, nan lis nou an, sou lis la}
  {m,mwen} nan {lis,sistem} {la,nan,nou an,ou a,ou} | nimewo {m,mwen,sa,sa a,mwen an}{, nan {lis,sistem} {la,nan,nou an,ou a,ou}}
  non {m,mwen} nan lis {la,nou an,ou a} | nan {sistem,baz} {nan,la,nou an,ou a}
polite: tanpri | silvouple | souple | mesi | mesi anpil | bonjou | bonswa | alo | eskize {m,mwen} | padon | wi | non mesi | non | sivouple
  svp | mwen mande {nou,ou} | zanmi | msye | madam | orevwa | mesi pou {ed la,tout bagay} | bondye beni {nou,ou}
  men | tanpri souple | tanpri tanpri | silvouple | siouple | svp | mèsi men | dakò | oke | bondye | pou lanmou bondye
  ekskize{ m,m, mwen} | eskize | eskizem | mwen regret | mwen dezole | dezole | bon | ebyen | sè | frè | fre | se | frem | alo bonjou
  pase bon jounen | bon jounen | kenbe la | se tout
ask: eske {nou,ou,w} {ka,kapab} | {nou,ou,w} {ka,kapab}
wrong: move nimewo | nimewo a pa bon | {nou,ou,w} {twonpe,mal rele,tronpe}{, nimewo} | se move nimewo{, sa a}
  se pa {bon ,}nimewo {a,sa,m} | {mwen,m} pa konnen {nou,ou,w} | {m,mwen} pa enterese | se pa {mwen,mwen menm}
  {nou,ou} gen move nimewo{, a} | kite {m,mwen} trankil | mwen pa bezwen ed{, anko} | m pa bezwen ed{, anko} | {mwen,m} pa konn {nou,ou}
  {ou,nou,w} gen {move,yon move} {moun,nimewo}{, a} | {mwen,m} pa moun {sa,sa a,nan,w ap chache a,nou ap chache a}
  se pa {mwen,m} {ou,nou,w} ap chache | move moun | {mwen,m} pa bezwen {sa,sa a,anyen,yo}{, anko}
  {mwen,m} pa {enterese,konnen w,konnen nou}{, anko} | {mwen,m} pa {li,moun sa} | nou fe ere | ou fe ere | se yon ere
  {mwen,m} pa bezwen ed{, nou, ou} | {mwen,m} pa janm enskri | mpa moun sa a | kite {m,mwen} anpe
wrong ask: kiyes {ou,nou} ye | ki moun {ou,nou} ye | ki moun sa
who: li | yo | mari {m,mwen} | mennaj {m,mwen} | bos {la,mwen,m} | patwon {an,m,mwen} | papa {m,mwen} | manman {m,mwen} | madanm {m,mwen}
  fanmi {m,mwen} | yon moun | paske {li,yo} | paske mari {m,mwen} | si li
  {mari,mennaj,bos,patwon,papa,manman} {mwen,m} {an,nan,la} | lot moun | moun yo | patwon an | bos la | mesye a | madanm nan
sees: gade | tcheke | li | we | ap {gade,tcheke,li,we,kontwole,siveye,we sa} | ka {gade,li,we} | kontwole | siveye | gen | pral we | fouye
  ap fache | pran | sevi ak | ap touye m si li we | ap touye mwen si li we
  ap li | gade tout | toujou {gade,tcheke,li} | konn {gade,li,tcheke} | verifye | pran | kenbe | ka we | ka li
phone: telefon {m,mwen,nan,lan} | telefon mwen an | mesaj {m,mwen,yo} | mesaj mwen yo | sa | tout bagay
reason: paske | li danjere{, pou mwen, pou m} | se danje{, pou mwen, pou m} | se pa telefon {m,mwen}
  telefon {sa ,sa a ,la ,nan ,}pa pou {m,mwen} | {m,mwen} pe | {m,mwen} ap {travay,domi} | {m,mwen} {byen,anfom}{, kounye a}
  {m,mwen} chanje lide | {m,mwen} gen pwoblem | {m,mwen} ka gen pwoblem | {m,mwen} pataje telefon {sa,sa a,nan}
  {se pa,li pa} {pou mwen,pou m,telefon pa m,telefon mwen} | se telefon {mari m,patwon m,yon lot moun} | sa danjere{, pou mwen, pou m}
  li pa {an sekirite,bon}{, pou mwen, pou m} | {mwen,m} pa vle {pwoblem,gen pwoblem} | {mwen,m} okipe | {mwen,m} nan travay
  {mwen,m} jwenn ed deja | sa ap anmède m | nou {anmède,deranje} m | sa {fè,fe} twop | twop mesaj | {mwen,m} ap bloke {nou,ou,w}
  sinon {mwen,m} ap bloke {nou,ou,w} | {mwen,m} fatige
start: komanse | rekomanse | reprann | {m,mwen} vle {rekomanse,komanse,tounen,retounen,resevwa mesaj,resevwa mesaj anko,kontinye}
  {nou,ou,w} {ka,mèt,met} {ekri,kontakte} {m,mwen} anko | ekri {m,mwen} anko | voye mesaj {ban ,ba ,}{m,mwen} anko | reabone | abone
  kontinye | {m,mwen} tounen
  {mwen,m} vle {rekomanse,komanse,tounen,enskri}{, anko} | rekomanse {voye mesaj,ekri m,mesaj yo} | {mwen,m} tounen{, anko} | reenskri
  debloke{, m} | mete m nan lis la anko | komanse {anko,voye mesaj,mesaj yo}
help: =èd | ede m | ede mwen | ede nou | {m,mwen} bezwen {,yon }{ed,èd,sekou} | {nou,ou,w} ka ede {m,mwen} | sekou | anmwe | sove {m,mwen}
  ijans | {m,mwen} vle ed | eske {nou,ou,w} ka ede {m,mwen} | bezwen ed | m bezwen ed | yon moun ede {m,mwen} | ede m souple
  bay {m,mwen} ed | m nan ijans
  moun {ede m,ede mwen,vin ede m} | {mwen,m} bezwen {yon ,}{ed,sekou,asistans}{, tanpri, kounye a, vit, ijan, anpil}
  ede m {vit,kounye a,non,svp,silvouple} | vin ede m | delivre m | sekou tanpri | anmwe sekou | ede mwen non | {mwen,m} mande {ed,sekou}
block: pa {sispann,rete,kanpe}
  pa kite | voye m {ale,tounen,lakay}
  {ou,nou,w} pa {reponn,ekri,texte,tekste,kontakte,rele,voye}
again anew: anko
anew: rekomanse | kontinye | reprann | kounye a | tounen
may: {ou,nou,w} {ka,kapab,mèt,met} | koulye a {ou,nou,w} {ka,kapab} | kounye a {ou,nou,w} {ka,kapab,mèt,met} | li bon pou {nou,ou,w}
  {mwen,m} dakò pou {nou,ou,w} | {mwen,m} vle {nou,ou,w}
want: {mwen,m} vle{, resevwa, jwenn} | {mwen,m} ta renmen{, resevwa, jwenn}
now: kounye a | koulye a | jodi a
"""
