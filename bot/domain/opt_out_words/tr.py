"""Turkish. The negation is in the verb: "yazmayın", do not write."""

TABLE = """
stop: iptal | durdur | durdurun | dur | ret | abonelikten {çık,çıkar,çıkmak istiyorum,çıkın,ayrıl} | aboneliğimi iptal {et,edin}
  abonelik iptal | iptal et{,in} | bırakın | çıkmak istiyorum listeden | listeden çık | {sms,mesaj,mesajlar} iptal
  {mesajları,mesajlari,smsleri} {durdur,durdurun,kes,kesin,iptal et,iptal edin,kesin artık} | mesaj istemiyorum
  daha fazla {mesaj,sms} {yok,istemiyorum} | artık {mesaj,sms} {istemiyorum,istemem}
  sizinle {görüşmek,konuşmak,iletişim kurmak} istemiyorum
  abonelikten {çıkmak,ayrılmak} {istiyorum,isterim}
  {aboneliği,aboneliğimi,üyeliğimi,kaydımı} {iptal et,iptal edin,iptal etmek istiyorum,sonlandırın,silin}
  {listeden,sistemden} {çıkmak,ayrılmak} istiyorum | {mesaj,sms} {gelmesin,istemiyorum} | yeter mesaj{lar,} | mesaj almak istemiyorum
  ret {sms,mesaj} | daha fazla mesaj {yok,atılmasın} | iletişimi {kesin,kesmek istiyorum} | çıkmak istiyorum | mesajları kes
not write: yaz{ma,mayın,mayınız,mayin,masın,mayin,mayın} | mesajlaşma{,yın}
  mesaj {atma,atmayın,atmayınız,yazma,yazmayın,çekme,çekmeyin,gönderme}
  mesaj {göndermeyin,göndermeyiniz,yollama,yollamayın,atmasın,atmayi̇n,atmanızı istemiyorum,göndermenizi istemiyorum}
  sms {atma,atmayın,çekme,çekmeyin,gönderme,göndermeyin,yollamayın,yollama} | cevap {verme,vermeyin,yazma,yazmayın}
  {ulaşma,ulaşmayın,rahatsız etme,rahatsız etmeyin,iletişime geçme,iletişime geçmeyin,iletişim kurma,iletişim kurmayın,irtibata geçmeyin}
  yazmanızı istemiyorum | {bana ,}ulaşmanızı istemiyorum | mesajlaşmak istemiyorum | yazışmak istemiyorum
  {mesaj,sms,msj,msg} {atma,atmayin,yazma,yazmayin,gönderme,gonderme}{, lütfen}
  {mesaj,sms,msj,msg} {gondermeyin,yollama,yollamayin,göndermesin,göndermeyiniz,yazmayınız}{, lütfen}
  {mesaj,sms,msj,msg} {atmayınız,atmayiniz,çekmeyin,cekmeyin,gelmesin}
  {mesaj,sms,msj,msg} {atılmasın,gönderilmesin,atmazsanız sevinirim,atmamanızı rica ederim,göndermemenizi rica ederim}
  yazma{sanız,yınız,yin,manızı rica ederim} | {bana ,}yazmamanızı {rica ediyorum,istiyorum,rica ederim}
  {bana ,benimle ,}{ulaşmayınız,ulaşmaya çalışmayın,iletişim kurmayın,iletişime geçmeyiniz,irtibat kurmayın}
  {bana ,benimle ,}{irtibata geçme,temas kurmayın,muhatap olmayın,konuşmayın,konuşma}
  {beni ,}{rahatsız etmeyiniz,rahatsiz etmeyin,meşgul etmeyin,taciz etmeyin}
  {mesaj ,}{cevap,yanıt} {yazmayın,vermeyin,verme,yazma,vermeyiniz}
  {mesaj,sms} {atmanı,göndermeni,atmanızı,göndermenizi,yazmanızı} istemiyorum | {bana ,}yazmanı istemiyorum
not call: ara{ma,mayın,mayınız,masın} | telefon {etme,etmeyin,açma,açmayın} | aramanızı istemiyorum
  {telefonla ,}{aramayın,aramayınız,arama} | aramayin
not send: gönder{me,meyin,meyiniz,mesin} | yolla{ma,mayın} | at{ma,mayın} | gonder{me,meyin}
  göndermeyin{iz,} | yollamayınız | atmayınız | atmayin | göndermesinler | göndermeyi kesin
nomore: istemiyorum | almak istemiyorum | istemem | gelmesin | gerek yok
  istemiyoruz | istemiyorum{ artık,} | {almak,görmek} istemem | ihtiyacım yok | lazım değil | istemiyom | istemiyrum
  {gelmesin,gelmesini istemiyorum} | almayı istemiyorum | yok artık
message: mesaj{,lar,ı,ınız,ları,larınızı,larınız} | sms{,ler,leri} | hiçbir şey | bir şey | hiçbir mesaj | birşey | msj | mesajlarini
  mesaj{lardan,larınız,lara,larınızdan,ınızı,i} | {bu,sizin,başka,hiç} {mesajları,mesajlar,mesaj,sms} | mesajlarini | mesajlari | msg
  msj{ler,leri,lar,ları} | sms{lerinizi,i} | bildirim{,ler} | herhangi bir {şey,mesaj} | tek mesaj | mesj | meajs
stopping: bırak{,ın} | kes{,in} | durdur{,un} | kesin artık | vazgeçin | son verin | son ver
  bırakınız | birak{in,} | kesiniz | durdurunuz | yeter artık | vazgeç | sonlandır{ın,} | durdurur musunuz | bırakın lütfen
write: yazmayı | mesaj {atmayı,göndermeyi,yazmayı,atmaya} | sms {atmayı,göndermeyi} | yazmaya | mesaj göndermeye | rahatsız etmeyi
  yazmayi | {mesaj,sms,msj} {atmayi,atmaktan,göndermekten,yollamayı,yollamaktan,yazmaktan,çekmeyi} | yazmaktan | {bana ,}ulaşmayı
  rahatsız etmekten
call: aramayı
send: göndermeyi | atmayı | yollamayı
  göndermekten | gondermeyi | mesajlaşmayı
again: bir daha | artık | tekrar | daha | asla | bundan sonra | daha fazla | yeniden | hiç | sakın | birdaha
  artik | bi daha | birdaha | bir daha asla | bundan böyle | hiçbir zaman | katiyen | sonsuza kadar | kesinlikle | bir daha hiç | bidaha
here: bu numaraya | bu numarayı | bu telefona | buraya | bu hatta | numarama | telefonuma | bu hattan | bu numara
  bu {hatta,numaradan,nodan,noya,telefon} | burdan | buradan | numaramdan | bu no | telefonuma da
me: bana | beni | bize | bizi | benim | benimle | lütfen | sizden | senden | başka | artık | bu | fazla | sakın ha | size | ya
  bana da | bizlere | sizinle | şu | her | mı | mi | da | de | hiçbir | size de | benden | tarafınızdan | lütfen artık
or: ve | veya | ya da | ne de
remove: sil{,in} | çıkar{,ın} | kaldır{,ın}
  silin{iz,} | siler misiniz | çıkarınız | cikarin | kaldırınız | silinsin | çıkarır mısınız | iptal edin
list: {numaramı,numaramı listeden,numaramı listenizden,beni listeden}
  {beni listenizden,listenizden,listeden,bu numarayı listeden,kaydımı listeden}
  {numaramı,numaram,numarami,bu numarayı}{ {listeden,listenizden,sistemden,sisteminizden,rehberden,kayıtlarınızdan},}
  {telefon numaramı,beni,kaydımı,adımı,ismimi}{ {listeden,listenizden,sistemden,sisteminizden,rehberden,kayıtlarınızdan},} | sistemden
  sisteminizden | kayıtlarınızdan | rehberinizden
polite: lütfen | lutfen | rica {ederim,ediyorum} | teşekkür{, ederim, ederiz,ler} | çok teşekkür{, ederim,ler} | sağ ol{,un} | sağol
  merhaba | selam | pardon | özür dilerim | kusura bakma{,yın} | evet | iyi {günler,akşamlar,geceler} | tamam | hayır | yalvarırım | abi
  abla | hoşça kalın | yardımınız için teşekkürler | yeter | yeter artık | tşk | hayır teşekkürler | peki | ne olur | nolur | allah aşkına
  ama | fakat | lakin | ancak | ltfn | lutfn | ltfen | lütfn | lutfen artik | rica ederim ki | tesekkurler | teşekkür ediyorum | tşkler
  tşk ederim | eyvallah | sağolun | saolun | saol | kusura bakmayin | kusura bakma ama | affedersin{iz,} | özür{, dilerim ama}
  merhabalar | günaydın | selamlar | allah razı olsun | iyi çalışmalar | kardeşim | hanımefendi | beyefendi | hocam | arkadaşım
  evet lütfen | yok | yok teşekkürler | olsun | tamam mı | pek | gerçekten | ciddiyim | yani | lütfen lütfen | nolur artık
ask: {mesaj atmayı ,}bırakır mısın{,ız} | keser misin{,iz} | olur mu | mümkünse | lütfen bana
wrong: yanlış {numara,kişi,numarayı aradınız,numaraya yazıyorsunuz,numaraya mesaj atıyorsunuz}{,sı} | yanlış numara {bu,var}
  sizi tanımıyorum | seni tanımıyorum | ilgilenmiyorum | {ben ,}o {kişi ,}değilim | aradığınız kişi {ben ,}değilim
  yanlış kişi{ye}{, yazıyorsunuz} | yanlış kişiye {yazıyorsunuz,mesaj atıyorsunuz} | yardıma {ihtiyacım yok,artık ihtiyacım yok}
  yanlış yere yazıyorsunuz | beni rahat bırak{,ın}
  {buna ,bunlara ,size ,yardımınıza ,artık ,}ihtiyacım {yok,kalmadı} | {buna ,}{gerek,lüzum} {yok,kalmadı}
  {ben ,}{o kişi,aradığınız kişi,o,o kadın,o adam} {ben ,}değilim | ben değilim
  yanlış {kişi,kişiye mesaj attınız,kişiye ulaştınız,numaraya mesaj attınız,numara yazmışsınız,numaraya atıyorsunuz,numarayı yazdınız}
  {numara ,}yanlış{ numara,sınız,} | yanlis {numara,kisi} | {ben ,}{sizi,seni} tanımıyorum | tanımıyorum sizi | ilgilenmiyoruz
  ilgimi çekmiyor | ilgilenmiyorum artık | kaydolmadım | ben üye olmadım | beni karıştırdınız | karıştırdınız | yardım istemiyorum
  yardıma gerek yok
wrong ask: {siz ,sen ,}kimsin{,iz} | kim bu | sen kimsin | siz kimsiniz
who: kocam | eşim | patronum | patron | o | onlar | sevgilim | babam | annem | ailem | abim | ağabeyim | nişanlım | karım
  çünkü {kocam,eşim,o,patronum} | birisi | biri | kayınvalidem | işverenim | erkek arkadaşım | müdürüm
  {benim ,}{kocam,eşim,patronum,babam,abim,kayınpederim,ağam} da | çünkü {babam,sevgilim,onlar} | başkası | diğerleri | kocamın | eşimin
  evdekiler
sees: {kontrol ediyor,okuyor,bakıyor,görüyor,karıştırıyor,takip ediyor,kullanıyor}
  {izliyor,görebilir,okuyabilir,görecek,okuyacak,görürse,okursa}
  {görür,okur,kızıyor,kızar,kızacak,bakar,kontrol eder,kontrolediyor,elinde,öğrenir,öğrenecek,denetliyor,anlar}
  görürse {beni öldürür,öldürür beni,kızar,döver,beni döver} | okursa {beni öldürür,kızar}
  {telefonu,telefonumu,mesajları,mesajlarımı} {görüyor,okuyor,kontrol ediyor,karıştırıyor,alıyor} | görüyo | okuyo | bakıyo
  kontrol ediyo | alıyor | aldı | denetler | inceliyor | görebiliyor | okuyabiliyor | görmesin | okumasın | duyarsa {kızar,döver}
  farkeder | fark ediyor
phone: telefonum{,u,a,da} | telefona | mesajlarım{,ı,a} | mesajları | telefonu | her şeyi | bunu | bunları | hep | sürekli | her gün
reason: çünkü | tehlikeli{, benim için} | benim için tehlikeli | güvenli değil{, benim için} | benim için güvenli değil
  bu {benim ,}telefonum değil | bu telefon {benim ,bana ait }değil | korkuyorum | başım {belaya girer,derde girer}
  {çalışıyorum,işteyim,uyuyorum,meşgulüm,iyiyim,güvendeyim,ben iyiyim,müsait değilim} | fikrimi değiştirdim
  telefonu {ortak kullanıyoruz,paylaşıyorum} | ortak telefon | sizi {engelleyeceğim,şikayet edeceğim} | rahatsız {oluyorum,ediyorsunuz}
  bu telefonu {başkası da kullanıyor,paylaşıyorum} | artık ihtiyacım yok
  {bu ,}{telefon,numara,hat} {benim değil,bana ait değil,kocamın,eşimin,patronumun,ortak,başkasının} | {benim ,}telefonum değil
  tehlikede kalırım | {çok ,}tehlikeli | sorun {çıkıyor,olur,istemiyorum} | başım derde girmesin | zaten {yardım aldım,iyiyim,hallettim}
  yardım aldım | işim var | çok {mesaj,geliyor,fazla} | rahatsız ediyor | sıkıldım | bıktım | yoksa {engellerim,şikayet ederim}
  engelleyeceğim | numaram değişti | yoruldum | belaya giririm
start: başla | başlat | başlatın | yeniden {başla,başlat} | tekrar {başla,başlat,başlayın} | devam{, et, edin}
  {tekrar ,yeniden ,}{mesaj almak,başlamak,mesajları almak,abone olmak,geri dönmek,dönmek,devam etmek} istiyorum
  {bana ,}{tekrar,yeniden} {yazabilirsiniz,yazın,mesaj atabilirsiniz,mesaj gönderin,mesaj gönderebilirsiniz,mesaj atın,yaz,mesaj at}
  {bana ,}yazabilirsin{,iz} | abone ol | geri dön | {tekrar,yeniden} bana {yazın,yaz,mesaj atın,mesaj gönderin,yazabilirsiniz} | aç
  yeniden abone ol | geri döndüm
  mesajlara {devam,devam edin,devam et,başlayın} | mesaj{ları,lar} {başlat,başlatın,devam etsin}
  yeniden {başlamak istiyorum,abone olmak istiyorum,başlasın} | tekrar {başlamak istiyorum,başlasın,abone ol} | kaydolmak istiyorum
  abone olmak istiyorum | beni {tekrar ,yeniden ,}listeye {ekleyin,alın} | engeli kaldır{ın,} | başlayın | devam etmek istiyorum
  başlamak istiyorum
help: imdat | yardım | yardım {edin,et,edin bana,et bana,lazım,istiyorum,eder misiniz,eder misin,edebilir misiniz,edebilir misin}
  bana yardım {edin,et,eder misiniz,eder misin,edebilir misiniz,lazım}
  yardıma {ihtiyacım var,acil ihtiyacım var,çok ihtiyacım var,muhtacım} | acil{, yardım} | acil yardıma ihtiyacım var | kurtarın{, beni}
  kurtar beni | beni kurtar{,ın} | biri {bana ,}yardım etsin | yardima ihtiyacim var | yardim edin | yardim | yok mu yardım eden
  bize yardım edin | acil durum
  {lütfen ,nolur ,}{bana ,bize ,}yardım {edin,et,eder misiniz,edebilir misiniz,lazım,eder misin}{, lütfen} | yardımınıza ihtiyacım var
  {çok ,acilen ,}yardıma ihtiyacım var | imdat{, yardım edin} | kurtarın{, beni lütfen} | yardım istiyorum | lütfen yardım | kimse yok mu
  biri yardım etsin
block: {yazmayı,mesaj atmayı} {bırakmayın,kesmeyin,bırakma,kesme} | durma{,yın}
  {geri,eve,oraya} gönder{meyin,me}
again anew: tekrar | yeniden | yine | gene
anew: devam | bundan sonra | artık | tekrardan | geri
may towrite: {artık ,şimdi ,}{bana ,}{tekrar ,yine ,yeniden ,}{yazabilirsin,yazabilirsiniz,mesaj atabilirsin}
  {artık ,şimdi ,}{bana ,}{tekrar ,yine ,yeniden ,}{mesaj atabilirsiniz,mesaj gönderebilirsin,mesaj gönderebilirsiniz}
want: istiyorum | isterim
towrite: {yazın,mesaj atın,mesaj gönderin,bana yazın} | ulaşabilirsiniz | yazmaya devam edin | mesaj {almak,almaya devam etmek}
now: şimdi | bugün | şu an
"""
