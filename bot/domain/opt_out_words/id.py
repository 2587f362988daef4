"""Indonesian."""

TABLE = """
stop: berhenti | batal | batalkan | hentikan | setop | berhenti langganan
  {saya ,aku ,}{mau,ingin} berhenti{, langganan, berlangganan, menerima pesan, menerima sms}
  hentikan {pesan,sms,pesan ini,sms ini,semua pesan,pesan pesan ini} | jangan lagi | berhenti berlangganan | batalkan langganan
  stop {pesan,sms}{, ini} | cukup {pesan,sms}nya | tidak mau {pesan,sms} lagi
not: jangan | jgn | jangan pernah | tolong jangan | {saya,aku} {tidak,tak,gak,ga,nggak} {mau,ingin} {kamu,anda,kalian} | tidak usah
  ga usah | gak usah | nggak usah | tdk usah | tidak perlu | gak perlu | ga perlu | tak usah | mohon jangan
nomore: {saya ,aku ,}{tidak,tak,gak,ga,nggak,tdk} {mau,ingin}{, lagi}{, menerima, terima, dapat} | tidak ada lagi
  {saya ,}{tidak,ga,gak} {mau,ingin} dikirimi | {saya ,aku ,}{tidak,tak,gak,ga,nggak,tdk} butuh
write: {hubungi,menghubungi,kontak,mengontak,sms,tulis,menulis,balas,membalas,chat,wa,ngechat,ngehubungi}
  {nge sms,ngesms,ganggu,mengganggu,ngirimin,smsin,chatin,mengirimi,kirimi,kirimin,balasin,meng sms,meng chat} | mengirim pesan
  kirim pesan | kirim sms | mengirim sms | hub | text | jawab
call: telepon | menelepon | telpon | nelpon | menelpon | tlp | tlpn | call | panggil
send: kirim | mengirim | kirimkan | mengirimkan | ngirim | kirim kirim | kasih | kirimi
message: pesan{,nya} | sms{,nya} | pesan pesan | apa apa | apapun | apa pun | info | teks | kabar | msg
stopping: berhenti | hentikan | stop | setop | tolong berhenti | sudahi | udah jangan | cukup
again: lagi | lg | pernah lagi | sama sekali | terus | selamanya | lagi ya | seterusnya
here: ke {nomor,no,hp} ini | nomor ini | no ini | {nomor,hp} saya | ke {nomor,hp} saya | ke sini | kesini | di {nomor,hp} ini
  lewat {nomor,hp} ini
me: saya | aku | ke | kepada | untuk | ke saya | sy | kami | gue | gw | ini | itu | yang | ku | kamu | anda | kalian | kak | ya | dong
  deh | apa | dari | dengan | lewat | aja | nya
or: atau | dan
remove: hapus | keluarkan | hapuskan | coret
list: dari {daftar,list}{, anda, kamu, ini, kalian} | nomor {saya,aku,ini}{, dari daftar, dari daftar anda, dari daftar ini, dari list}
  {saya,aku} dari {daftar,list}{, anda, ini, kamu} | no saya
polite: tolong | mohon | harap | terima kasih{, banyak, ya} | terimakasih{, ya} | makasih{, ya} | trims | maaf{, ya} | halo | hai
  selamat {pagi,siang,sore,malam} | assalamualaikum | permisi | ya | iya | sekali lagi | pak | bu | mas | mbak | bapak | ibu | min | sudah
  udah | terima kasih atas bantuannya | tidak terima kasih | please ya | saya mohon | saya minta | minta | sampai jumpa
ask: {bisa,bisakah,bolehkah,boleh}{, kamu, anda, kalian, tidak, saya minta} | apa bisa
wrong: salah {nomor,sambung,orang,kirim}{, ini, kak, pak, bu} | {anda,kamu,kalian} salah {nomor,orang,sambung} | nomor(nya) salah
  nomornya salah | {saya,aku} {tidak,gak,ga,tak,nggak} {kenal,mengenal}{, anda, kamu, kalian} | {saya ,}{tidak,gak,ga} tertarik
  bukan {saya,saya orangnya,nomor saya} | {saya,aku} bukan orang yang {anda,kamu} cari
  {saya ,aku ,}{tidak,gak,ga} {butuh,perlu} bantuan{, lagi} | {ini ,}salah nomor
wrong ask: {ini ,}siapa{, ini, kamu, anda, ya} | kamu siapa | anda siapa
who: dia | mereka | suami saya | suamiku | suami | istri saya | majikan{, saya} | bos{, saya} | pacar{, saya} | pacarku | ayah saya
  bapak saya | ibu saya | keluarga saya | karena dia | karena suami{, saya} | karena majikan{, saya} | soalnya {dia,suami,suami saya}
  nanti {dia,suami saya,suami,majikan} | kalau {dia,suami saya,majikan} | orang lain | ada orang | agen{, saya} | nanti
sees: {cek,mengecek,periksa,memeriksa,membaca,baca,lihat,melihat,memegang,pegang,mengawasi,memantau,memakai,pakai,ngecek}
  {bacain,meriksa,liat,pantau,dicek,diperiksa,dibaca,dilihat,diliat,ketahuan,mengontrol,tahu,tau,marah,bisa marah,curiga}
  {bisa,akan,suka,selalu,mungkin,sering,bakal} {cek,mengecek,periksa,memeriksa,membaca,baca,lihat,melihat,tahu,tau,marah,liat,ngecek}
  sedang {membaca,melihat}
phone: hp{, saya,ku, ini} | ponsel{, saya} | telepon saya | handphone{, saya} | pesan{, saya, ini} | sms{, saya, ini} | semuanya | ini
  isi hp{, saya}
reason: karena | soalnya | soal | bahaya{, buat saya, bagi saya} | berbahaya{, bagi saya, untuk saya, buat saya}
  {tidak,ga,gak} aman{, untuk saya, buat saya, bagi saya} | ini bukan {hp,nomor,ponsel} saya | bukan hp saya
  {saya,aku} takut{, ketahuan} | saya {sedang ,lagi ,}{kerja,tidur,sibuk,bekerja}
  {saya ,aku ,}{sudah ,}{baik baik saja,aman}{, sekarang} | saya berubah pikiran
  hp ini {bukan punya saya,dipakai bersama,dipakai orang lain,dipakai berdua} | saya bisa {kena masalah,dapat masalah,dipukul,dimarahi}
  takut ketahuan | {nanti ,}ketahuan | mengganggu | sangat mengganggu | saya blokir | saya {merasa ,}terganggu | hp bersama
start: mulai{, lagi} | lanjut{,kan} | lanjutkan | aktifkan{, lagi}
  {saya ,aku ,}{mau,ingin} {mulai lagi,kembali,berlangganan lagi,menerima pesan lagi}
  {saya ,aku ,}{mau,ingin} {terima pesan lagi,mulai,lanjut,dapat pesan lagi,menerima sms lagi}
  {hubungi,kirimi,sms,kirim pesan ke,kirim sms ke,chat} {saya,aku} lagi
  {boleh,bisa,silakan,sudah boleh} {hubungi,sms,kirim pesan ke,chat,menghubungi,kirimi,kirim sms ke} {saya,aku}{, lagi}
  langganan{, lagi} | berlangganan{, lagi} | daftar{, lagi}
  {anda,kamu,kalian} {boleh,bisa} {hubungi,menghubungi,mengirim pesan ke,kirim pesan ke} saya lagi
help: tolong{, saya, aku, bantu, kami} | bantuan | bantu{, saya, aku, kami}
  {saya ,aku ,}{butuh,perlu,minta,memerlukan,membutuhkan} {pertolongan,bantuan,tolong,ditolong}{, segera, sekarang}
  tolong {bantu ,bantulah ,selamatkan ,tolong }{saya,aku,kami} | selamatkan {saya,aku}
  {bisa,bisakah,tolong}{, anda, kamu} {bantu,tolong,menolong,membantu} {saya,aku} | darurat | pertolongan | bisa bantu
  ada yang bisa {bantu,tolong}{, saya} | tolonglah{, saya}
block: jangan {berhenti,stop,hentikan,setop}
"""
