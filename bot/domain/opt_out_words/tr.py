"""Turkish. The negation is in the verb: "yazmayın", do not write."""

TABLE = """
stop: iptal | durdur | durdurun | dur | ret | abonelikten {çık,çıkar,çıkmak istiyorum,çıkın,ayrıl} | aboneliğimi iptal {et,edin}
  abonelik iptal | iptal et{,in} | bırakın | çıkmak istiyorum listeden | listeden çık | {sms,mesaj,mesajlar} iptal
  {mesajları,mesajlari,smsleri} {durdur,durdurun,kes,kesin,iptal et,iptal edin,kesin artık} | mesaj istemiyorum
  daha fazla {mesaj,sms} {yok,istemiyorum} | artık {mesaj,sms} {istemiyorum,istemem}
  sizinle {görüşmek,konuşmak,iletişim kurmak} istemiyorum
not write: yaz{ma,mayın,mayınız,mayin,masın,mayin,mayın} | mesajlaşma{,yın}
  mesaj {atma,atmayın,atmayınız,yazma,yazmayın,çekme,çekmeyin,gönderme}
  mesaj {göndermeyin,göndermeyiniz,yollama,yollamayın,atmasın,atmayi̇n,atmanızı istemiyorum,göndermenizi istemiyorum}
  sms {atma,atmayın,çekme,çekmeyin,gönderme,göndermeyin,yollamayın,yollama} | cevap {verme,vermeyin,yazma,yazmayın}
  {ulaşma,ulaşmayın,rahatsız etme,rahatsız etmeyin,iletişime geçme,iletişime geçmeyin,iletişim kurma,iletişim kurmayın,irtibata geçmeyin}
  yazmanızı istemiyorum | {bana ,}ulaşmanızı istemiyorum | mesajlaşmak istemiyorum | yazışmak istemiyorum
not call: ara{ma,mayın,mayınız,masın} | telefon {etme,etmeyin,açma,açmayın} | aramanızı istemiyorum
not send: gönder{me,meyin,meyiniz,mesin} | yolla{ma,mayın} | at{ma,mayın} | gonder{me,meyin}
nomore: istemiyorum | almak istemiyorum | istemem | gelmesin | gerek yok
message: mesaj{,lar,ı,ınız,ları,larınızı,larınız} | sms{,ler,leri} | hiçbir şey | bir şey | hiçbir mesaj | birşey | msj | mesajlarini
stopping: bırak{,ın} | kes{,in} | durdur{,un} | kesin artık | vazgeçin | son verin | son ver
write: yazmayı | mesaj {atmayı,göndermeyi,yazmayı,atmaya} | sms {atmayı,göndermeyi} | yazmaya | mesaj göndermeye | rahatsız etmeyi
call: aramayı
send: göndermeyi | atmayı | yollamayı
again: bir daha | artık | tekrar | daha | asla | bundan sonra | daha fazla | yeniden | hiç | sakın | birdaha
here: bu numaraya | bu numarayı | bu telefona | buraya | bu hatta | numarama | telefonuma | bu hattan | bu numara
me: bana | beni | bize | bizi | benim | benimle | lütfen | sizden | senden | başka | artık | bu | fazla | sakın ha | size | ya
or: ve | veya | ya da | ne de
remove: sil{,in} | çıkar{,ın} | kaldır{,ın}
list: {numaramı,numaramı listeden,numaramı listenizden,beni listeden}
  {beni listenizden,listenizden,listeden,bu numarayı listeden,kaydımı listeden}
polite: lütfen | lutfen | rica {ederim,ediyorum} | teşekkür{, ederim, ederiz,ler} | çok teşekkür{, ederim,ler} | sağ ol{,un} | sağol
  merhaba | selam | pardon | özür dilerim | kusura bakma{,yın} | evet | iyi {günler,akşamlar,geceler} | tamam | hayır | yalvarırım | abi
  abla | hoşça kalın | yardımınız için teşekkürler | yeter | yeter artık | tşk | hayır teşekkürler | peki | ne olur | nolur | allah aşkına
ask: {mesaj atmayı ,}bırakır mısın{,ız} | keser misin{,iz} | olur mu | mümkünse | lütfen bana
wrong: yanlış {numara,kişi,numarayı aradınız,numaraya yazıyorsunuz,numaraya mesaj atıyorsunuz}{,sı} | yanlış numara {bu,var}
  sizi tanımıyorum | seni tanımıyorum | ilgilenmiyorum | {ben ,}o {kişi ,}değilim | aradığınız kişi {ben ,}değilim
  yanlış kişi{ye}{, yazıyorsunuz} | yanlış kişiye {yazıyorsunuz,mesaj atıyorsunuz} | yardıma {ihtiyacım yok,artık ihtiyacım yok}
  yanlış yere yazıyorsunuz | beni rahat bırak{,ın}
wrong ask: {siz ,sen ,}kimsin{,iz} | kim bu | sen kimsin | siz kimsiniz
who: kocam | eşim | patronum | patron | o | onlar | sevgilim | babam | annem | ailem | abim | ağabeyim | nişanlım | karım
  çünkü {kocam,eşim,o,patronum} | birisi | biri | kayınvalidem | işverenim | erkek arkadaşım | müdürüm
sees: {kontrol ediyor,okuyor,bakıyor,görüyor,karıştırıyor,takip ediyor,kullanıyor}
  {izliyor,görebilir,okuyabilir,görecek,okuyacak,görürse,okursa}
  {görür,okur,kızıyor,kızar,kızacak,bakar,kontrol eder,kontrolediyor,elinde,öğrenir,öğrenecek,denetliyor,anlar}
  görürse {beni öldürür,öldürür beni,kızar,döver,beni döver} | okursa {beni öldürür,kızar}
phone: telefonum{,u,a,da} | telefona | mesajlarım{,ı,a} | mesajları | telefonu | her şeyi | bunu | bunları | hep | sürekli | her gün
reason: çünkü | tehlikeli{, benim için} | benim için tehlikeli | güvenli değil{, benim için} | benim için güvenli değil
  bu {benim ,}telefonum değil | bu telefon {benim ,bana ait }değil | korkuyorum | başım {belaya girer,derde girer}
  {çalışıyorum,işteyim,uyuyorum,meşgulüm,iyiyim,güvendeyim,ben iyiyim,müsait değilim} | fikrimi değiştirdim
  telefonu {ortak kullanıyoruz,paylaşıyorum} | ortak telefon | sizi {engelleyeceğim,şikayet edeceğim} | rahatsız {oluyorum,ediyorsunuz}
  bu telefonu {başkası da kullanıyor,paylaşıyorum} | artık ihtiyacım yok
start: başla | başlat | başlatın | yeniden {başla,başlat} | tekrar {başla,başlat,başlayın} | devam{, et, edin}
  {tekrar ,yeniden ,}{mesaj almak,başlamak,mesajları almak,abone olmak,geri dönmek,dönmek,devam etmek} istiyorum
  {bana ,}{tekrar,yeniden} {yazabilirsiniz,yazın,mesaj atabilirsiniz,mesaj gönderin,mesaj gönderebilirsiniz,mesaj atın,yaz,mesaj at}
  {bana ,}yazabilirsin{,iz} | abone ol | geri dön | {tekrar,yeniden} bana {yazın,yaz,mesaj atın,mesaj gönderin,yazabilirsiniz} | aç
  yeniden abone ol | geri döndüm
help: imdat | yardım | yardım {edin,et,edin bana,et bana,lazım,istiyorum,eder misiniz,eder misin,edebilir misiniz,edebilir misin}
  bana yardım {edin,et,eder misiniz,eder misin,edebilir misiniz,lazım}
  yardıma {ihtiyacım var,acil ihtiyacım var,çok ihtiyacım var,muhtacım} | acil{, yardım} | acil yardıma ihtiyacım var | kurtarın{, beni}
  kurtar beni | beni kurtar{,ın} | biri {bana ,}yardım etsin | yardima ihtiyacim var | yardim edin | yardim | yok mu yardım eden
  bize yardım edin | acil durum
block: {yazmayı,mesaj atmayı} {bırakmayın,kesmeyin,bırakma,kesme} | durma{,yın}
"""
