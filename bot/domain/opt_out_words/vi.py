"""Vietnamese. A word after "=" counts alone only with its accents: "dung" may be "đúng", yes."""

TABLE = """
stop: =dừng | =ngừng | =hủy | =huỷ | dừng lại | ngừng lại | hủy đăng ký | huỷ đăng ký | hủy nhận tin | dừng nhận tin | từ chối nhận tin
  ngừng nhận tin | {toi,em,minh} muon {huy dang ky,ngung nhan tin,dung nhan tin,huy} | thoi khong nhan tin nua | xin huy dang ky
  huy dang ki
  {toi,em,minh} muon {huy,huy dang ky,huy dich vu,ngung,ngung nhan tin,dung dang ky,rut khoi danh sach,ra khoi danh sach}
  cho {toi,em,minh} {ra ,}khoi danh sach | {khong,ko,k} nhan tin {nua,them}
  {ngung,ngừng,dừng} {tin nhan,sms,gui tin,nhan tin,gui tin nhan,nhan tin nhan} | huy {dich vu,tin nhan,nhan tin,dk,dki}
  huy dang ki {tin nhan,dich vu} | tu choi {tin nhan,dich vu,quang cao}
  {dung,thoi dung,khong can,xin dung,lam on dung,khoi} gui {nua,them nua,nua nhe,nua nha,nua a,them} | het tin nhan nhe | huy dk | xin huy
not: dung | đừng | khong duoc | toi khong muon {ban,anh,chi,cac ban} | {em,minh} khong muon {ban,anh,chi} | dung co | cam | cho co
  mong {ban,anh,chi} dung | xin dung | khong nen | ban dung
  dung {bao gio,co ma,em,chi,anh,ban,ai,nen,tiep tuc} | xin {dung,anh dung,chi dung,ban dung} | lam on dung | khong duoc | khong can
  khong phai | khoi | khoi can | khoi phai | thoi dung | cam | {toi,em,minh} khong muon {ai,cac ban,cac anh,cac chi,quy vi}
  khong muon {ban,anh,chi,cac ban,ai} | mong dung | mong {moi nguoi,cac ban,quy vi} dung | hay dung | yeu cau dung | yeu cau khong
  de nghi khong | de nghi dung | vui long khong | vui long dung | lam on khong | lam on dung co | {toi,em} yeu cau {khong,dung}
  cac ban dung | anh chi dung | moi nguoi dung | k | ko | hong | hok | kg | đừng | k can | ko can | dg | dug
nomore: {toi,em,minh,chung toi} khong muon{, nhan}{, them} | khong muon nhan{, them} | khong muon | khong can
  {toi,em,minh} khong can{, nhan}{, them} | {toi,em,minh} khong con muon nhan | khong nhan | khong nhan them
  {toi,em,minh,tui,chung toi} {khong,ko,k,chang,chả} {muon,can,thich,cần}{, nhan, nhan them, con, co, doc, thay, nhan duoc}{, them}
  {ko,k,khong} {muon,can,thich}{, nhan, nhan duoc, thay}{, them} | khong con {muon,can}{, nhan}
  {toi,em,minh} khong {con ,}{muon,can} {nhung,cac,may}{, cai} | {toi,em,minh} khong muon {tiep tuc ,}nhan {nhung,cac,may}
  tu choi{, nhan} | chan | met moi voi | khong dong y nhan | {toi,em,minh} tu choi{, nhan}
write: nhan{, tin} | lien lac | lien he | viet | viet tin | tra loi | lam phien | quay ray | nt | ib | inbox | tin nhan cho | nhan tin
  text
  nhan tin cho | nhan tin toi | nhan tin voi | {nhan,nhắn} | nhan gi | nhan tin nhan | lien lac voi | lien lac lai | lien he voi
  lien he lai | quay roi | lam phien | phien | quay nhieu | nt cho | ib cho | inbox cho | nhan cho | nhan voi | chat | chat voi
  noi chuyen | noi chuyen voi | tra loi lai | rep | reply | viet cho | viet thu | gui tin | gui tn | gui sms | gui mess | nhan mess | spam
  ket noi
call: goi{, dien}{, thoai} | dien thoai
  goi cho | goi lai | goi den | goi toi
send: gui
  gui cho | gui den | gui toi nua | gui them | gui gi | gui qua | chuyen
send message: gui tin nhan | gui tin
  gui {tin,tn,sms,tin nhan,mess,thu,thong bao} | gui nhung tin nhan
message: tin{, nhan} | thu | sms | gi | gi ca | gi het | bat cu gi | bat cu thu gi | bat ky tin nhan nao | tin tuc | thong bao | noi dung
  tn
  {nhung,cac,may} {tin,tin nhan,tn,sms,tin nhan nay,tin nay,tin nhan do,thu nay,thong bao}
  tin nhan {nay,nua,do,cua ban,tu ban,cua cac ban} | tin {nay,nua} | mess | message | messages | may cai nay | tin nhan nao | tn nay
  loi nhan | quang cao
stopping: =dừng | ngung | ngừng | thoi | hay ngung | hay dung | cham dut | vui long ngung | lam on ngung | hay thoi
  dung {lai,ngay,viec} | ngung {lai,ngay,viec} | xin {hay ,}{ngung,ngừng,dừng} | hay {ngung,ngừng,dừng} {lai,viec} | cham dut viec
  {toi,em,minh} muon {ban,anh,chi,cac ban} {ngung,ngừng,dừng} | {ban,anh,chi,cac ban} {nen ,hay ,}{ngung,ngừng,dừng,thoi} | ngưng
  thoi ngay | stop | vui long {ngung,ngừng,dừng,thoi}{, viec} | lam on {ngung,ngừng,dừng,thoi}{, viec} | yeu cau {ngung,ngừng,dừng}
again: nua | them nua | lai nua | them | bao gio nua | nua nhe | bao gio | mai mai | nua a | nua nha | nua di | lai
  nua dau | nua duoc khong | nua gium | nua giup | nua lam on | them lan nao nua | tu nay | tu nay ve sau | tu gio | ke tu nay
  mot lan nao nua | lan nao nua | vinh vien | mai | bat cu luc nao | het | nua roi | hoai | tiep | tiep nua | nua oi | nữa | ve sau
here: vao so nay | qua so nay | so nay | so dien thoai nay | toi so nay | den so nay | vao may nay | o day | qua day
  vao dien thoai {nay,toi,em}
  so nay nua | vao so {nay,toi,em,cua toi} | den so {nay,toi} | toi so {toi,em} | qua so {nay,toi}
  {qua,vao,o} {day,may nay,zalo,dien thoai nay} | qua sms | so cua {toi,em} | vao may {toi,em,nay} | vao dt nay
me: toi | em | minh | cho | voi | den | toi nhe | viec | cac | nhung | cua | ban | anh | chi | tu | ra | di | nhe | a | ạ | nha | con
  chau | chung toi | tui | t | cac ban | quy vi
  mk | mik | tao | bon toi | tụi tui | ong | ba | co | chu | bac | bạn oi | may | nhung | gi | nay | do | the | voi toi | voi em | ve | o
  len | qua | lam | nhieu | qua nhieu | ca | bat cu ai | cai | nhan | tin tu ban | tu cac ban | moi | dùm | gium | giup | ho | dum
  thu nay | chung toi | nua ban | ma
or: hay | hoac | va
remove: xoa | go | bo
  xóa | xoa giup | xoa gium | xoa dum | xoa ho | loai | loai bo | rut | gach ten | dua | cho | lay | xoa bo
list: so {cua ,}{toi,em,minh}{, khoi danh sach, ra khoi danh sach} | {toi,em,minh} khoi danh sach | khoi danh sach | ra khoi danh sach
  so nay khoi danh sach
  {,so ,so dien thoai ,sdt ,ten ,thong tin }{cua ,}{toi,em,minh,tui}{, di, nha}{, {ra ,}khoi {danh sach,he thong,danh ba,list}}
  so {nay,dien thoai nay}{, di, nha}{, {ra ,}khoi {danh sach,he thong,danh ba,list}} | {toi,em,minh} ra khoi {danh sach,list}
  {ra ,}khoi {he thong,danh ba,list} | sdt {nay,toi,em}
polite: lam on | xin{, vui long} | vui long | cam on{, ban, anh, chi, nhieu, rat nhieu} | cam on ban nhieu | xin loi{, ban} | xin chao
  chao{, ban, anh, chi} | da | vang | thoi | cam on da giup | cam on vi da giup do | tam biet | ban oi | oi | da thoi | lam on di
  xin cam on | khong cam on | thanks
  nhung | nhung ma | ma | tuy nhien | nhưng | xin phep | lam phuoc | lay troi | troi oi | choi oi | thay co | thua | a di | nhe ban | nhé
  a nhe | nha ban | cam on nhe | cam on a | cam on roi | camon | cam on nhung | cảm ơn nhưng | cảm ơn nha | tks | thank | tk | thks
  ok cam on | sorry | so ri | xin loi nhe | xin loi nha | thong cam | mong thong cam | mong ban thong cam | chao moi nguoi | alo | em xin
  toi xin | van xin | xin do | em xin do | lam on lam phuoc | nha chi | nha anh | nhe chi | nhe anh | that su | that | thiet | vay
  thoi nhe | thoi nha | thoi ban | oke | duoc roi | da vang | da khong | khong | khong a | hong dau | ha
ask: {ban,anh,chi} co the | co the | duoc khong | duoc khong a
wrong: nham so{, roi} | sai so{, roi} | {ban,anh,chi} {nham,sai} so{, roi} | {toi,em,minh} khong {biet,quen} {ban,anh,chi}
  nham nguoi{, roi} | khong quan tam | {toi,em,minh} khong quan tam | {ban,anh,chi} {nham,lam} {roi,nguoi} | day khong phai {toi,so cua}
  so nay sai | {toi,em,minh} khong can {giup,giup do,nua} | khong phai {toi,em} | de {toi,em,minh} yen
  {ban,anh,chi,cac ban,em} {nham,sai,lon} {so,nguoi,may}{, roi, a} | {nham,sai,lon} {so,nguoi,may,so dien thoai}{, roi, a} | nham {roi,a}
  {toi,em,minh,day} khong phai {la ,}{nguoi do,nguoi ay,nguoi nay,nguoi ban tim,nguoi ban can,nguoi can tim,co ay,anh ay,ho,toi}
  {toi,em,minh} {khong,ko,k} {can,muon} {cai nay,giup do,giup,su giup do,ho tro,nhung thu nay,dieu nay,gi,gi het}{, nua}
  {toi,em,minh} {khong,ko,k} {quen,biet} {ban,anh,chi,cac ban,ai ten do}{, la ai} | {toi,em,minh} {khong,ko,k} hung thu | khong co nhu cau
  {toi,em,minh} khong co nhu cau | {toi,em,minh} {khong,ko,k} {he ,}dang ky | day khong phai so cua {toi,em,nguoi do}
  khong co ai ten {do,vay} | khong phai toi | lon so | {toi,em} khong {can,muon} nua | khong hung thu
wrong ask: {ban,anh,chi} la ai | ai day | ai vay | ai the
who: chong {toi,em,minh} | vo {toi,em,minh} | anh ta | anh ay | co ta | co ay | ba ay | ong ay | ong ta | ba chu | ong chu | chu
  sep{, toi} | ho | nguoi ta | bo {toi,em} | me {toi,em} | gia dinh {toi,em} | vi chong {toi,em} | vi {anh ay,anh ta,ho,ong ay} | no
  neu {anh ay,anh ta,ho,chong toi} | ban trai {toi,em} | co nguoi | nguoi khac | hay
  {chong,vo,chu,ba chu,ong chu,sep,ban trai,bo,me,con,anh,chi} {cua ,}{toi,em,minh} | ong xa{, toi, em} | chong | nha chong | ma ma
  tu ba | vi {chong,chu,sep,ba chu,ong chu} {toi,em} | tai {chong toi,anh ay} | moi nguoi
sees: kiem tra | xem | doc{, duoc} | thay | nhin thay | theo doi | kiem soat | dang {xem,doc,giu,dung}
  se {thay,xem,doc,biet,gian,noi gian} | giu | dung | hay {xem,doc,kiem tra} | co the {thay,xem,doc,biet} | luc | biet | biet duoc
  hay {coi,xem,doc,kiem tra,luc} | coi | coi duoc | xem duoc | luon {xem,doc,kiem tra} | thuong {xem,doc,kiem tra}
  dang {coi,cam,kiem tra} | cam | se {coi,danh,giet,mang,phat hien} | phat hien | lay | dung chung | xai | bi phat hien | thay duoc
  quan ly
phone: dien thoai{, cua}{, toi, em, minh} | may{, cua}{, toi, em} | tin nhan{, cua}{, toi, em} | duoc | het | may nay | dien thoai nay
  {dt,may,dien thoai,dtdd,tin nhan,dien thoai di dong} {cua ,}{toi,em,minh} | dien thoai | dt | tin nhan | tat ca | moi thu
reason: vi | nguy hiem{, lam, cho toi, cho em} | khong an toan{, cho toi, cho em} | day khong phai {dien thoai,so,may} {cua ,}{toi,em}
  {toi,em,minh} so{, lam} | {toi,em,minh} {dang ban,dang lam,dang lam viec,on roi,khong sao,dang ngu,doi y,doi y roi,da doi y}
  may nay khong phai cua {toi,em} | rat nguy hiem | {toi,em} se bi {danh,mang} | {toi,em} dung chung {may,dien thoai} | phien qua
  dien thoai nay dung chung | ton tien
  {day,so nay,may nay,dien thoai nay} {khong phai ,la }{cua ,}{toi,em,chong toi,nguoi khac,may chung}
  khong phai {may,so,dien thoai} {cua ,}{toi,em} | {toi,em} {so bi danh,so lam,dang o cho lam,met lam,met roi,on,on roi,da on,an toan roi}
  {toi,em} da {duoc giup,co nguoi giup,co viec} | {toi,em} khong muon {rac roi,phien phuc} | khong thi {toi,em} {chan,bao cao}
  {toi,em} se {chan,bao cao} | lam phien qua | phien lam | nhieu qua | nhieu lam | {toi,em} doi so roi | ton tien lam | may chung
  may muon | nguy hiem lam | khong tien
start: bat dau{, lai} | tiep tuc
  {toi,em,minh} muon {bat dau,bat dau lai,nhan tin lai,tiep tuc,quay lai,nhan tin nhan lai,nhan tin nhan,dang ky lai} | dang ky{, lai}
  {nhan tin,nhan,viet,lien lac} {cho,voi} {toi,em,minh} lai
  {ban,anh,chi} {co the ,cu }{nhan tin,nhan,viet,lien lac} {cho,voi} {toi,em,minh}{, lai, roi, tro lai}
  hay nhan tin lai{, cho toi, cho em} | mo lai | khoi dong lai | nhan tin lai{, cho toi, cho em} | quay lai
  {nhan,nhan tin,gui tin,gui tin nhan,lien lac,viet} {cho ,voi ,}{toi,em,minh} {lai,tro lai,nua di,lai di,lai nha,lai nhe}
  {nhan,nhan tin,gui tin,lien lac} lai {di,nhe,nha,cho toi,cho em,voi toi,duoc roi}
  co the {nhan,nhan tin,gui tin,lien lac,lien he} {cho ,voi ,}{toi,em,minh} {roi,lai,duoc roi,lai roi}
  tiep tuc {nhan tin,gui tin,gui tin nhan,lien lac,nhan}{, cho toi, cho em, voi toi}
  {toi,em,minh} muon {dang ky,bat dau,tiep tuc,quay lai,tham gia}{, lai, nhan tin} | mo {khoa,chan}{, cho toi, lai} | dang ki{, lai}
  {toi,em} {da ,}{quay lai,tro lai} roi
help: giúp | giup {toi,em,minh,voi,do,chung toi,toi voi,em voi,minh voi} | =cứu | cuu {toi,em,voi,minh,toi voi,em voi}
  {toi,em,minh} can {,duoc ,su ,nguoi }{giup,giup do,tro giup,ho tro,giup gap} | can giup{, do, gap} | tro giup | giup do
  {ban,anh,chi} {co the ,}giup {toi,em,minh} {duoc khong,voi,khong,duoc khong a} | cap cuu | khan cap | ai do giup {toi,em}
  lam on giup {toi,em} | cuu mang | {toi,em} muon duoc giup | co ai giup {toi,em} khong | xin {hay ,}giup {toi,em}
  {lam on ,xin ,hay ,ai do ,co ai ,}{giup,cuu} {toi,em,minh,chung toi}{, voi, di, a}
  {toi,em,minh} {dang ,rat ,}can {su ,duoc ,nguoi }{giup,giup do,giup do gap,cuu,ho tro,tro giup}{, gap, ngay, a}
  {toi,em,minh} {dang ,rat ,}can giup {do ,}{gap,ngay} | cuu{, voi} {toi,em}{, voi} | giup do toi{, voi} | cuu mang toi | can nguoi giup
  giup gap | keu cuu
block: dung {dung,ngung,thoi,bo} | dừng {dung,ngung}
  gui {toi,em} {ve,di,qua,lai} | dung {gui,dua} {toi,em}
  khong nhan tin duoc | {ban,anh,chi,cac ban} khong {nhan tin,nhan,viet,tra loi,lien lac}
again anew: lai | tro lai | lan nua
anew: tiep tuc | bat dau | lai di | lai duoc | lai cho | duoc roi | roi
may: {bay gio ,gio ,da ,}{ban,anh,chi,cac ban,cac anh,cac chi} {da ,gio ,}{co the,duoc phep,duoc,cu} | co the | {bay gio ,gio ,}{cu,duoc}
  {toi,em,minh} cho phep {ban,anh,chi,cac ban} | {toi,em,minh} dong y cho {ban,anh,chi,cac ban}
want: {toi,em,minh,tui} muon {nhan ,nhan duoc ,tiep tuc nhan ,lai }{nhung ,cac ,} | {toi,em,minh,tui} muon
  {toi,em,minh,tui} muon {ban,anh,chi,cac ban} | {toi,em,minh,tui} muon {nhan,nhan duoc,tiep tuc nhan}
now: bay gio | luc nay | hom nay | gio | hien tai
"""
