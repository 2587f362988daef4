"""Indonesian."""

TABLE = """
stop: berhenti | batal | batalkan | hentikan | setop | berhenti langganan
  {saya ,aku ,}{mau,ingin} berhenti{, langganan, berlangganan, menerima pesan, menerima sms}
  hentikan {pesan,sms,pesan ini,sms ini,semua pesan,pesan pesan ini} | jangan lagi | berhenti berlangganan | batalkan langganan
  stop {pesan,sms}{, ini} | cukup {pesan,sms}nya | tidak mau {pesan,sms} lagi
  unreg | ubreg | un reg | {mau ,saya mau ,aku mau ,}{unsubscribe,unsub,berhenti langganan}
  {mau ,saya mau ,aku mau ,}{berhenti berlangganan,keluar dari daftar,batal langganan,stop langganan}
  {tidak,tdk,gak,ga} ada {pesan,sms} {lagi,lagi ya} | jangan ada {pesan,sms} lagi
  {cukup,stop,setop,berhenti} {pesan,sms,pesannya,smsnya,wa,chat}{, nya, ini, ya, dong}
  {batalkan,batal,hentikan} {langganan,berlangganan,pesan,sms}{, saya, ini} | {saya ,}keluar dari {daftar,list} | off
  {saya ,}{minta,mau} {dihapus,nomor saya dihapus,dikeluarkan}{, dari daftar} | tidak mau dihubungi{, lagi}
  {saya ,aku ,}{tidak,tdk,gak,ga,nggak} {mau,ingin} {dihubungi,disms,dichat,dikirimi pesan,dikirimi sms,diganggu sms}{, lagi}
  jangan lagi
not: jangan | jgn | jangan pernah | tolong jangan | {saya,aku} {tidak,tak,gak,ga,nggak} {mau,ingin} {kamu,anda,kalian} | tidak usah
  ga usah | gak usah | nggak usah | tdk usah | tidak perlu | gak perlu | ga perlu | tak usah | mohon jangan
  jangan{ lagi, dulu, sampai, ya} | jngn | jgn{ lagi, pernah} | jangan{ coba coba,  sekali kali} | ga boleh | gak boleh | tidak boleh
  tdk boleh | dilarang | mohon tidak | mohon untuk tidak | tolong untuk tidak | harap tidak | saya harap tidak | harap jangan
  mohon jangan | saya minta jangan | minta jangan | plis jangan | pls jangan
  {saya ,aku ,gue ,}{tidak,tak,gak,ga,nggak,ngga,tdk} {mau,ingin,pengen} {kamu,anda,kalian,kau,ada yang,dihubungi}
  {tidak,tak,gak,ga,nggak,ngga,tdk,g} {usah,perlu} | {anda,kamu,kalian} {tidak,gak,ga} {perlu,usah} | sebaiknya jangan | tak perlu
  tolong ga usah | enggak usah
nomore: {saya ,aku ,}{tidak,tak,gak,ga,nggak,tdk} {mau,ingin}{, lagi}{, menerima, terima, dapat} | tidak ada lagi
  {saya ,}{tidak,ga,gak} {mau,ingin} dikirimi | {saya ,aku ,}{tidak,tak,gak,ga,nggak,tdk} butuh
  {sudah ,udah ,}{tidak,tak,gak,ga,nggak} {mau,ingin,pengen,minat,perlu,butuh,suka}{, lagi}{, menerima, terima, dapat}
  {sudah ,udah ,}{ngga,tdk,enggak,g,gk} {mau,ingin,pengen,minat,perlu,butuh,suka}{, lagi}{, menerima, terima, dapat}
  {sudah ,udah ,}{tidak,tak,gak,ga,nggak,ngga,tdk,enggak,g,gk} {mau,ingin,pengen,minat,perlu,butuh,suka}{, lagi}{ nerima, dikirimi}
  {sudah ,udah ,}{tidak,tak,gak,ga,nggak} {mau,ingin,pengen,minat,perlu,butuh,suka}{, lagi}{ dihubungi, diganggu, dengan}
  {sudah ,udah ,}{ngga,tdk,enggak,g,gk} {mau,ingin,pengen,minat,perlu,butuh,suka}{, lagi}{ dihubungi, diganggu, dengan}
  jangan ada{, lagi} | {saya ,}{keberatan,menolak}{, menerima, terima} | {saya ,aku ,}cukup | tanpa | capek {dengan,sama,dapat,nerima}
  bosan {dengan,dapat,terima}
write: {hubungi,menghubungi,kontak,mengontak,sms,tulis,menulis,balas,membalas,chat,wa,ngechat,ngehubungi}
  {nge sms,ngesms,ganggu,mengganggu,ngirimin,smsin,chatin,mengirimi,kirimi,kirimin,balasin,meng sms,meng chat} | mengirim pesan
  kirim pesan | kirim sms | mengirim sms | hub | text | jawab
  {men,}{chat,sms,wa,dm,pm,inbox,text,hubungi,kontak,telegram} | ngewa | nge{, }{wa,chat,sms,text,pm,dm} | di{sms,chat,wa,hubungi,kontak}
  hubungin | ngubungin | menghubungi{nya,ku} | hubungi{ku,} | chat{in,an} | chattingan | wain | smsan | sms{i,ku} | mengirimi{ku,}
  kirimi{n,ku} | kontakin | mengontak{ku,} | ganggu{in,ku,} | mengganggu{ku,} | gangguin | ngeganggu | ngobrol | bicara dengan | bicara
  tulis{kan,} | menulis{i,} | nulis | membalas{ku,} | bales | balesin | ngebales | jawab | menjawab | kabari | mengabari | spam | nyepam
  mengontak | kirim {sms,pesan,wa,chat,text,teks,msg,message}
  {mengirim,ngirim,kirimkan,mengirimkan,kirimi,ngirimin} {sms,pesan,wa,chat,text,teks}
call: telepon | menelepon | telpon | nelpon | menelpon | tlp | tlpn | call | panggil
  nelepon | ditelepon | ditelpon | telponin | nelponin | hubungi lewat telepon | call
send: kirim | mengirim | kirimkan | mengirimkan | ngirim | kirim kirim | kasih | kirimi
  kirim{in,lah} | mengirimi | dikirimi | ngirim | ngirimin | kirimi
message: pesan{,nya} | sms{,nya} | pesan pesan | apa apa | apapun | apa pun | info | teks | kabar | msg
  {pesan,sms,chat,wa,teks} {ini,itu,apapun,apa pun,seperti ini,kayak gini,begini,dari kalian,dari anda,kalian,anda} | pesan{mu,pesan}
  pesan pesan {ini,itu,kalian} | sms sms ini | wa | chat{nya,} | notif{ikasi,} | iklan | informasi | pesan singkat | psn | smsnya
  pesan teks | apapun itu | berita
stopping: berhenti | hentikan | stop | setop | tolong berhenti | sudahi | udah jangan | cukup
  {tolong ,mohon ,harap ,}{berhenti,hentikan,stop,setop,stopp,brenti,udahan,cukup,sudahi} {untuk ,buat ,}{, dong, lah} | berhentilah
  hentikanlah | berenti | stop lah | {kamu,anda,kalian} {harus,mesti} berhenti
  {saya ,aku ,}{mau,ingin,minta} {kamu,anda,kalian} berhenti | stop dong | berhenti dong | bisa berhenti | bisakah berhenti | tolong setop
again: lagi | lg | pernah lagi | sama sekali | terus | selamanya | lagi ya | seterusnya
  lagi dong | lagi tolong | selama lamanya | mulai sekarang | mulai hari ini | ke depannya | kedepannya | lagi lagi | lain kali
  sampai kapanpun | kapanpun | trus | terus terusan | apapun alasannya | pernah
here: ke {nomor,no,hp} ini | nomor ini | no ini | {nomor,hp} saya | ke {nomor,hp} saya | ke sini | kesini | di {nomor,hp} ini
  lewat {nomor,hp} ini
  ke {nomer,nmr,number,wa,hape,handphone,ponsel} {ini,saya,ku,aku} | nomer {ini,saya} | di {nomor,nomer,wa} ini | lewat {sms,wa,sini}
  no hp {ini,saya} | nomor ini lagi | di sini | disini
me: saya | aku | ke | kepada | untuk | ke saya | sy | kami | gue | gw | ini | itu | yang | ku | kamu | anda | kalian | kak | ya | dong
  deh | apa | dari | dengan | lewat | aja | nya
  aq | sya | aku ini | ak | kpd | utk | buat | pada | sm | sama | saja | sih | nih | kok | loh | lah | kan | pun | tuh | jadi | semua
  banyak | kayak gini | seperti ini | begini | terlalu | pihak | dr | dari kalian | dari anda | dengan saya | dengan aku | orang
  untuk saya | ke aku | padaku | bagi saya | menerima | terima | dapat | mu | deh ya | gitu
or: atau | dan
remove: hapus | keluarkan | hapuskan | coret
  hapus{in,lah} | dihapus | delete | keluarin | dikeluarkan | copot | hilangkan | buang | singkirkan | tolong hapus
list: dari {daftar,list}{, anda, kamu, ini, kalian} | nomor {saya,aku,ini}{, dari daftar, dari daftar anda, dari daftar ini, dari list}
  {saya,aku} dari {daftar,list}{, anda, ini, kamu} | no saya
  {nomor,nomer,no} {saya,aku,ini,ku,sy}{, ini}{, dari {daftar,list,sistem,kontak,database,data}{, anda, kamu, ini, kalian}}
  {nomor hp,nama,data,no hp} {saya,aku,ini,ku,sy}{, ini}{, dari {daftar,list,sistem,kontak,database,data}{, anda, kamu, ini, kalian}}
  {saya,aku} dari {sistem,grup,kontak,database}{, anda, ini, kamu, kalian} | dari {sistem,kontak,database,grup}{, anda, kamu, ini, kalian}
  nomorku{, dari daftar}
polite: tolong | mohon | harap | terima kasih{, banyak, ya} | terimakasih{, ya} | makasih{, ya} | trims | maaf{, ya} | halo | hai
  selamat {pagi,siang,sore,malam} | assalamualaikum | permisi | ya | iya | sekali lagi | pak | bu | mas | mbak | bapak | ibu | min | sudah
  udah | terima kasih atas bantuannya | tidak terima kasih | please ya | saya mohon | saya minta | minta | sampai jumpa
  tapi | tetapi | namun | plis | pliss | pliis | please{ dong,} | tlg | tlng | mhn | maap{, ya} | mf
  maaf {banget,sekali,tapi,kak,pak,bu} | makasi{,h banyak} | mksh | trimakasih | terima kasih {kak,pak,bu,tapi,atas semuanya} | thx
  terimakasih banyak | assalamualaikum wr wb | wassalam | pagi | siang | sore | malam | gan | sis | bro | bang | abang | om | tante | teh
  kakak | saudara | dengan hormat | demi {allah,tuhan} | ya tuhan | sungguh | serius | beneran | sumpah | ok makasih | oke | ngga makasih
  gak makasih | enggak | jadi | mohon maaf | minta maaf | mohon bantuannya | mohon pengertiannya | tolong ya | ya tolong | udah ya
  sudah ya | udahlah | sudahlah
ask: {bisa,bisakah,bolehkah,boleh}{, kamu, anda, kalian, tidak, saya minta} | apa bisa
wrong: salah {nomor,sambung,orang,kirim}{, ini, kak, pak, bu} | {anda,kamu,kalian} salah {nomor,orang,sambung} | nomor(nya) salah
  nomornya salah | {saya,aku} {tidak,gak,ga,tak,nggak} {kenal,mengenal}{, anda, kamu, kalian} | {saya ,}{tidak,gak,ga} tertarik
  bukan {saya,saya orangnya,nomor saya} | {saya,aku} bukan orang yang {anda,kamu} cari
  {saya ,aku ,}{tidak,gak,ga} {butuh,perlu} bantuan{, lagi} | {ini ,}salah nomor
  {anda ,kamu ,kalian ,}salah {nomor,nomer,orang,sambung,kirim,alamat}{, ini, kak, pak, bu, ya, mas, mbak, deh}
  {saya ,aku ,ini ,}bukan {orang itu,orangnya,dia,beliau,orang yang anda cari,orang yang kamu cari,yang anda cari,orang yang dicari}
  {ini ,}bukan {nomor,no} {dia,beliau,maria}
  {saya ,aku ,}{sudah ,}{tidak,gak,ga,nggak,tdk} {butuh,perlu,memerlukan,membutuhkan} {ini,itu,bantuan}{, lagi}
  {saya ,aku ,}{sudah ,}{tidak,gak,ga,nggak,tdk} {butuh,perlu,memerlukan,membutuhkan} {bantuanmu,bantuan anda,kalian,apa apa}{, lagi}
  {saya ,aku ,}{tidak,gak,ga,nggak,tdk} {kenal,tahu,tau} {anda,kamu,kalian,siapa anda,siapa kalian}
  {saya ,aku ,}{tidak,gak,ga,nggak} {pernah ,}{daftar,mendaftar,berlangganan} | {saya ,}{tidak,gak,ga} berminat | nomor {salah,keliru}
  {ini ,}nomor orang lain | keliru | biarkan saya sendiri | salah org
wrong ask: {ini ,}siapa{, ini, kamu, anda, ya} | kamu siapa | anda siapa
who: dia | mereka | suami saya | suamiku | suami | istri saya | majikan{, saya} | bos{, saya} | pacar{, saya} | pacarku | ayah saya
  bapak saya | ibu saya | keluarga saya | karena dia | karena suami{, saya} | karena majikan{, saya} | soalnya {dia,suami,suami saya}
  nanti {dia,suami saya,suami,majikan} | kalau {dia,suami saya,majikan} | orang lain | ada orang | agen{, saya} | nanti
  {suami,istri,majikan,bos,ibu,bapak,ayah,mertua,anak,pacar,kakak,saudara,tuan,nyonya,madam} {saya,aku,ku}{, suka, sering, selalu} | misua
  suamiku | laki saya | orang rumah | yang lain
sees: {cek,mengecek,periksa,memeriksa,membaca,baca,lihat,melihat,memegang,pegang,mengawasi,memantau,memakai,pakai,ngecek}
  {bacain,meriksa,liat,pantau,dicek,diperiksa,dibaca,dilihat,diliat,ketahuan,mengontrol,tahu,tau,marah,bisa marah,curiga}
  {bisa,akan,suka,selalu,mungkin,sering,bakal} {cek,mengecek,periksa,memeriksa,membaca,baca,lihat,melihat,tahu,tau,marah,liat,ngecek}
  sedang {membaca,melihat}
  {suka ,sering ,selalu ,bisa ,lagi ,}{liatin,ngeliat,ngecekin,nyek,ngebaca,buka,bukain,lihat lihat,periksain,pegang} | melihat{nya,}
  mengetahui | baca baca | cekcok | ngamuk | pukul saya | memukul saya | membunuh saya | pake
phone: hp{, saya,ku, ini} | ponsel{, saya} | telepon saya | handphone{, saya} | pesan{, saya, ini} | sms{, ini} | semuanya | ini
  isi hp{, saya}
  {isi ,}{hape,hp,ponsel,inbox,handphone} {saya,aku,ku} | hpku | hapeku | pesanku | smsku
reason: karena | soalnya | soal | bahaya{, buat saya, bagi saya} | berbahaya{, bagi saya, untuk saya, buat saya}
  {tidak,ga,gak} aman{, untuk saya, buat saya, bagi saya} | ini bukan {hp,nomor,ponsel} saya | bukan hp saya
  {saya,aku} takut{, ketahuan} | saya {sedang ,lagi ,}{kerja,tidur,sibuk,bekerja}
  {saya ,aku ,}{sudah ,}{baik baik saja,aman}{, sekarang} | saya berubah pikiran
  hp ini {bukan punya saya,dipakai bersama,dipakai orang lain,dipakai berdua} | saya bisa {kena masalah,dapat masalah,dipukul,dimarahi}
  takut ketahuan | {nanti ,}ketahuan | mengganggu | sangat mengganggu | saya blokir | saya {merasa ,}terganggu | hp bersama
  {ini ,}{hp,nomor,ponsel} {suami,orang lain,majikan,bersama,teman,pinjaman} {saya,} | bukan {punya,milik} saya
  {ini ,}bukan {hp,nomor,punya} {saya,aku} | {saya ,aku ,}{takut,lagi kerja,sibuk,capek,lelah,sudah aman,sudah ada bantuan}
  {sudah ,udah ,}{dapat,ada} {bantuan,kerja,pekerjaan} | {saya ,}tidak mau {masalah,ribut,ada masalah}
  nanti {jadi masalah,saya dipukul,saya dimarahi,saya kena marah} | terlalu {banyak,sering} | banyak banget | ganggu banget
  bikin {repot,masalah,takut} | kalau tidak {saya ,}blokir | saya {akan ,}{blokir,laporkan} | ganti nomor | saya sudah ganti nomor
  pulsa habis | demi keamanan
start: mulai{, lagi} | lanjut{,kan} | lanjutkan | aktifkan{, lagi}
  {saya ,aku ,}{mau,ingin} {mulai lagi,kembali,berlangganan lagi,menerima pesan lagi}
  {saya ,aku ,}{mau,ingin} {terima pesan lagi,mulai,lanjut,dapat pesan lagi,menerima sms lagi}
  {hubungi,kirimi,sms,kirim pesan ke,kirim sms ke,chat} {saya,aku} lagi
  {boleh,bisa,silakan,sudah boleh} {hubungi,sms,kirim pesan ke,chat,menghubungi,kirimi,kirim sms ke} {saya,aku}{, lagi}
  langganan{, lagi} | berlangganan{, lagi} | daftar{, lagi}
  {anda,kamu,kalian} {boleh,bisa} {hubungi,menghubungi,mengirim pesan ke,kirim pesan ke} saya lagi
  lanjutkan {pesan,sms,langganan,pesannya}
  {saya ,aku ,}{mau,ingin} {mulai,lanjut,langganan,berlangganan,daftar,gabung,kembali,aktif}{, lagi} | reg
  {mulai,aktifkan} {kembali,pesan lagi,sms lagi,pesan,sms} | aktifkan {nomor saya,pesan}{, lagi} | daftarkan saya lagi
  buka blokir{, saya} | saya kembali | saya sudah kembali | masukkan saya lagi
help: tolong{, saya, aku, bantu, kami} | bantuan | bantu{, saya, aku, kami}
  {saya ,aku ,}{butuh,perlu,minta,memerlukan,membutuhkan} {pertolongan,bantuan,tolong,ditolong}{, segera, sekarang}
  tolong {bantu ,bantulah ,selamatkan ,tolong }{saya,aku,kami} | selamatkan {saya,aku}
  {bisa,bisakah,tolong}{, anda, kamu} {bantu,tolong,menolong,membantu} {saya,aku} | darurat | pertolongan | bisa bantu
  ada yang bisa {bantu,tolong}{, saya} | tolonglah{, saya}
  {tolong ,tolonglah ,}{bantu,tolong,selamatkan} {saya,aku,kami}{, tolong, dong, please, sekarang, cepat}
  {siapa saja,siapapun,seseorang,ada orang} {tolong,bantu}{, saya, aku}
  {saya ,aku ,}{sangat ,}{butuh,perlu,memerlukan} {bantuan,pertolongan,ditolong}{, kalian, anda, segera, cepat, sekarang, tolong}
  minta tolong{, bantu saya} | mohon bantu{an, saya, annya} | tolong {saya ,aku ,}{cepat,segera,sekarang,dong}
  tolongin{, saya, aku, gue} | bantuin{, saya, aku}
block: jangan {berhenti,stop,hentikan,setop}
  {kirim,antar} {saya,aku} {pulang,kembali,ke} | jangan kirim saya | jangan kirim aku
again anew: lagi | kembali
anew: lanjut{kan,in} | teruskan | mulai | balik | sekarang
may: {sekarang ,sudah ,udah ,}{boleh,bisa,silakan,silahkan,dipersilakan}{, sekarang, kembali}{, kamu, anda, kalian}
  {anda ,kamu ,kalian ,}{sudah ,sekarang ,udah ,}{boleh,bisa} | {saya ,aku ,}{izinkan,mengizinkan} {anda,kalian,kamu} | gapapa
want: {saya ,aku ,}{mau,ingin,pengen}{, terima, menerima, dapat, dikirimi}
now: sekarang | hari ini | dulu | sementara
"""
