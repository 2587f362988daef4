"""Vietnamese. A word after "=" counts alone only with its accents: "dung" may be "đúng", yes."""

TABLE = """
stop: =dừng | =ngừng | =hủy | =huỷ | dừng lại | ngừng lại | hủy đăng ký | huỷ đăng ký | hủy nhận tin | dừng nhận tin | từ chối nhận tin
  ngừng nhận tin | {toi,em,minh} muon {huy dang ky,ngung nhan tin,dung nhan tin,huy} | thoi khong nhan tin nua | xin huy dang ky
  huy dang ki
not: dung | đừng | khong duoc | toi khong muon {ban,anh,chi,cac ban} | {em,minh} khong muon {ban,anh,chi} | dung co | cam | cho co
  mong {ban,anh,chi} dung | xin dung | khong nen | ban dung
nomore: {toi,em,minh,chung toi} khong muon{, nhan}{, them} | khong muon nhan{, them} | khong muon | khong can
  {toi,em,minh} khong can{, nhan}{, them} | {toi,em,minh} khong con muon nhan | khong nhan | khong nhan them
write: nhan{, tin} | lien lac | lien he | viet | viet tin | tra loi | lam phien | quay ray | nt | ib | inbox | tin nhan cho | nhan tin
  text
call: goi{, dien}{, thoai} | dien thoai
send: gui
send message: gui tin nhan | gui tin
message: tin{, nhan} | thu | sms | gi | gi ca | gi het | bat cu gi | bat cu thu gi | bat ky tin nhan nao | tin tuc | thong bao | noi dung
  tn
stopping: =dừng | ngung | ngừng | thoi | hay ngung | hay dung | cham dut | vui long ngung | lam on ngung | hay thoi
again: nua | them nua | lai nua | them | bao gio nua | nua nhe | bao gio | mai mai | nua a | nua nha | nua di | lai
here: vao so nay | qua so nay | so nay | so dien thoai nay | toi so nay | den so nay | vao may nay | o day | qua day
  vao dien thoai {nay,toi,em}
me: toi | em | minh | cho | voi | den | toi nhe | viec | cac | nhung | cua | ban | anh | chi | tu | ra | di | nhe | a | ạ | nha | con
  chau | chung toi | tui | t | cac ban | quy vi
or: hay | hoac | va
remove: xoa | go | bo
list: so {cua ,}{toi,em,minh}{, khoi danh sach, ra khoi danh sach} | {toi,em,minh} khoi danh sach | khoi danh sach | ra khoi danh sach
  so nay khoi danh sach
polite: lam on | xin{, vui long} | vui long | cam on{, ban, anh, chi, nhieu, rat nhieu} | cam on ban nhieu | xin loi{, ban} | xin chao
  chao{, ban, anh, chi} | da | vang | thoi | cam on da giup | cam on vi da giup do | tam biet | ban oi | oi | da thoi | lam on di
  xin cam on | khong cam on | thanks
ask: {ban,anh,chi} co the | co the | duoc khong | duoc khong a
wrong: nham so{, roi} | sai so{, roi} | {ban,anh,chi} {nham,sai} so{, roi} | {toi,em,minh} khong {biet,quen} {ban,anh,chi}
  nham nguoi{, roi} | khong quan tam | {toi,em,minh} khong quan tam | {ban,anh,chi} {nham,lam} {roi,nguoi} | day khong phai {toi,so cua}
  so nay sai | {toi,em,minh} khong can {giup,giup do,nua} | khong phai {toi,em} | de {toi,em,minh} yen
wrong ask: {ban,anh,chi} la ai | ai day | ai vay | ai the
who: chong {toi,em,minh} | vo {toi,em,minh} | anh ta | anh ay | co ta | co ay | ba ay | ong ay | ong ta | ba chu | ong chu | chu
  sep{, toi} | ho | nguoi ta | bo {toi,em} | me {toi,em} | gia dinh {toi,em} | vi chong {toi,em} | vi {anh ay,anh ta,ho,ong ay} | no
  neu {anh ay,anh ta,ho,chong toi} | ban trai {toi,em} | co nguoi | nguoi khac | hay
sees: kiem tra | xem | doc{, duoc} | thay | nhin thay | theo doi | kiem soat | dang {xem,doc,giu,dung}
  se {thay,xem,doc,biet,gian,noi gian} | giu | dung | hay {xem,doc,kiem tra} | co the {thay,xem,doc,biet} | luc | biet | biet duoc
phone: dien thoai{, cua}{, toi, em, minh} | may{, cua}{, toi, em} | tin nhan{, cua}{, toi, em} | duoc | het | may nay | dien thoai nay
reason: vi | nguy hiem{, lam, cho toi, cho em} | khong an toan{, cho toi, cho em} | day khong phai {dien thoai,so,may} {cua ,}{toi,em}
  {toi,em,minh} so{, lam} | {toi,em,minh} {dang ban,dang lam,dang lam viec,on roi,khong sao,dang ngu,doi y,doi y roi,da doi y}
  may nay khong phai cua {toi,em} | rat nguy hiem | {toi,em} se bi {danh,mang} | {toi,em} dung chung {may,dien thoai} | phien qua
  dien thoai nay dung chung | ton tien
start: bat dau{, lai} | tiep tuc
  {toi,em,minh} muon {bat dau,bat dau lai,nhan tin lai,tiep tuc,quay lai,nhan tin nhan lai,nhan tin nhan,dang ky lai} | dang ky{, lai}
  {nhan tin,nhan,viet,lien lac} {cho,voi} {toi,em,minh} lai
  {ban,anh,chi} {co the ,cu }{nhan tin,nhan,viet,lien lac} {cho,voi} {toi,em,minh}{, lai, roi, tro lai}
  hay nhan tin lai{, cho toi, cho em} | mo lai | khoi dong lai | nhan tin lai{, cho toi, cho em} | quay lai
help: giúp | giup {toi,em,minh,voi,do,chung toi,toi voi,em voi,minh voi} | =cứu | cuu {toi,em,voi,minh,toi voi,em voi}
  {toi,em,minh} can {,duoc ,su ,nguoi }{giup,giup do,tro giup,ho tro,giup gap} | can giup{, do, gap} | tro giup | giup do
  {ban,anh,chi} {co the ,}giup {toi,em,minh} {duoc khong,voi,khong,duoc khong a} | cap cuu | khan cap | ai do giup {toi,em}
  lam on giup {toi,em} | cuu mang | {toi,em} muon duoc giup | co ai giup {toi,em} khong | xin {hay ,}giup {toi,em}
block: dung {dung,ngung,thoi,bo} | dừng {dung,ngung}
"""
