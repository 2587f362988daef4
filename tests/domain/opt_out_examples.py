"""Examples for every content language: wordings of stop, of start, of help, and sentences near a stop that are none. Written by us."""

from __future__ import annotations


def _by_language(table: str) -> dict[str, list[str]]:
    """`table` has a line a language, `en: one | two`; a line that begins with `|` goes on."""
    found: dict[str, list[str]] = {}
    for line in table.replace("\n|", " |").strip().splitlines():
        language, _, texts = line.partition(":")
        found[language] = [text.strip() for text in texts.split("|")]
    return found


STOP = _by_language("""
am: አቁም | እባካችሁ መልእክት አትላኩልኝ | ከአሁን በኋላ አትጻፉልኝ | መልእክት መላክ አቁሙ | መልእክት አልፈልግም | የተሳሳተ ቁጥር ነው አትላኩልኝ መልእክት
ar: لا ترسلوا لي رسائل بعد الآن | توقفوا عن مراسلتي | رجاء لا تراسلوني مرة أخرى | الرقم غلط لا تراسلني | ma tib3atli rasael
| احذفوا رقمي من القائمة | ما بدي رسائل | لا تراسلوني زوجي يفتش هاتفي
bn: আমাকে আর মেসেজ পাঠাবেন না | মেসেজ পাঠানো বন্ধ করুন | দয়া করে আর লিখবেন না | ভুল নম্বর, আর মেসেজ দিবেন না
| amake ar message diben na | আমার স্বামী ফোন চেক করে, মেসেজ পাঠাবেন না
en: please do not text me again | stop messaging me | wrong number stop texting | don't text me he checks my phone
| take me off this list please | I don't want your messages anymore | can you stop texting me? | pls no more msgs
| never contact me again, thanks | dont write to me no more
es: ya no me manden mensajes | deje de escribirme por favor | no me escriba, mi esposo revisa mi celular
| numero equivocado, no me escriban | no quiero más mensajes | ¿pueden dejar de mandarme mensajes? | quítenme de su lista
| no me contacten más gracias
fa: دیگر به من پیام ندهید | لطفا پیام نفرستید | شماره اشتباه است پیام ندهید | پیام دادن را متوقف کنید | dige payam nadid
| شوهرم گوشی‌ام را چک می‌کند، پیام ندهید
fr: ne m'écrivez plus s'il vous plaît | arrêtez de m'envoyer des messages | je ne veux plus recevoir de sms
| mauvais numéro, ne m'écrivez plus | enlevez-moi de votre liste | ne me contactez plus, mon mari regarde mon téléphone
hi: मुझे अब मैसेज मत भेजो | मैसेज भेजना बंद करो | कृपया मुझे संदेश न भेजें | गलत नंबर है मैसेज मत करो
| mujhe ab message mat bhejna | message bhejna band karo | मेरा पति फोन चेक करता है, मैसेज मत करो
ht: pa ekri m ankò | tanpri sispann ekri m | pa voye mesaj ban mwen ankò | move nimewo, pa ekri m | mwen pa vle mesaj ankò
id: jangan kirim pesan lagi | tolong berhenti kirim sms ke saya | salah nomor, jangan sms lagi | saya tidak mau pesan lagi
| jangan hubungi saya lagi
ko: 문자 보내지 마세요 | 더 이상 연락하지 마세요 | 문자 그만 보내 주세요 | 번호 잘못 아셨어요. 문자하지 마세요
| 문자 받고 싶지 않아요 | 남편이 제 핸드폰을 봐요. 문자하지 마세요
my: စာမပို့ပါနဲ့တော့ | ကျွန်မကို စာထပ်မပို့ပါနဲ့ | ကျေးဇူးပြုပြီး မဆက်သွယ်ပါနဲ့ | နံပါတ်မှားနေတယ် စာမပို့ပါနဲ့ | စာပို့တာ ရပ်ပါ
ne: मलाई अब म्यासेज नपठाउनुहोस् | म्यासेज पठाउन बन्द गर्नुहोस् | कृपया मलाई नलेख्नुहोस् | गलत नम्बर हो, म्यासेज नगर्नुहोस्
| malai aba message napathaunus
pa: ਮੈਨੂੰ ਹੋਰ ਸੁਨੇਹੇ ਨਾ ਭੇਜੋ | ਮੈਸੇਜ ਭੇਜਣੇ ਬੰਦ ਕਰੋ | ਕਿਰਪਾ ਕਰਕੇ ਮੈਸੇਜ ਨਾ ਕਰੋ | ਗਲਤ ਨੰਬਰ ਹੈ, ਮੈਸੇਜ ਨਾ ਕਰੋ | mainu message na karo
ps: ما ته نور پیغام مه لېږئ | پیغام مه رالېږئ | مهرباني وکړئ ماته مه لیکئ | غلطه شمېره ده پیغام مه کوئ | د پیغامونو لېږل بند کړئ
pt: não me mande mais mensagens | pare de me escrever por favor | número errado, não me escreva mais
| não quero mais receber mensagens | me tira da lista
ru: больше не пишите мне | перестаньте мне писать | не присылайте мне больше смс | вы ошиблись номером, не пишите
| удалите мой номер из базы | не пишите, муж читает мой телефон | ne pishite mne bolshe
so: ha ii soo dirin fariimo dambe | fadlan iga jooji fariimaha | lambar khaldan, ha ii soo qorin | ha ila soo xiriirin mar dambe
sw: usinitumie ujumbe tena | acheni kunitumia ujumbe | tafadhali msiniandikie tena | namba si sahihi, usinitumie ujumbe
| sitaki ujumbe tena
th: อย่าส่งข้อความมาอีก | หยุดส่งข้อความหาฉัน | กรุณาอย่าติดต่อมาอีก | ผิดเบอร์ค่ะ ไม่ต้องส่งข้อความมาอีก
| อย่าส่งข้อความมา สามีเช็คโทรศัพท์
ti: መልእኽቲ ኣይትልኣኹለይ | በጃኹም ደጊም ኣይትጽሓፉለይ | መልእኽቲ ምልኣኽ ደው ኣብሉ | ጌጋ ቁጽሪ እዩ ኣይትጽሓፉለይ | መልእኽቲ ኣይደልን
tl: huwag na kayong mag-text sa akin | tigilan niyo na ang pag-text | wag na po kayo magtext ulit
| maling numero, huwag nang mag-text | ayoko na ng text
tr: bana bir daha yazmayın | lütfen mesaj atmayın | mesaj göndermeyi bırakın | yanlış numara, mesaj atmayın
| artık mesaj istemiyorum
uk: більше не пишіть мені | перестаньте мені писати | не надсилайте мені повідомлень | ви помилилися номером, не пишіть
| видаліть мій номер
ur: مجھے اب میسج مت بھیجیں | میسج بھیجنا بند کریں | براہ کرم مجھے پیغام نہ بھیجیں | غلط نمبر ہے میسج مت کریں
| meherbani karke message na karen
vi: đừng nhắn tin cho tôi nữa | làm ơn đừng liên lạc với tôi nữa | ngừng gửi tin nhắn cho tôi | nhầm số rồi, đừng nhắn nữa
| toi khong muon nhan tin nhan nua
zh: 请不要再给我发短信 | 别再联系我了 | 发错号码了，别发了 | 停止给我发信息 | 我不想再收到你们的短信 | 别发短信，他会看我手机
zh-Hant: 請不要再傳簡訊給我 | 別再聯絡我了 | 打錯了，不要再傳了 | 停止發送訊息 | 唔好再發訊息俾我
""")
START = _by_language("""
am: ጀምር
ar: ابدأ | أريد الاشتراك من جديد
bn: শুরু করুন | আবার মেসেজ পাঠান
en: you can text me again | start again
es: empezar | pueden escribirme otra vez
fa: شروع | دوباره پیام بدهید
fr: recommencer
hi: शुरू करें | फिर से शुरू करो
ht: rekòmanse
id: mulai
ko: 다시 시작
my: စတင်ပါ
ne: सुरु गर्नुहोस्
pa: ਸ਼ੁਰੂ ਕਰੋ
ps: پیل کړئ
pt: recomeçar
ru: возобновить | можете снова мне писать
so: bilow
sw: anza
th: เริ่มใหม่
ti: ጀምር
tl: magsimula
tr: başla
uk: почати | відновити
ur: شروع کریں
vi: bắt đầu lại
zh: 重新开始
zh-Hant: 重新開始
""")
HELP = _by_language("""
am: እርዱኝ | እርዳታ እፈልጋለሁ
ar: أحتاج مساعدة | sa3duni
bn: আমাকে সাহায্য করুন | বাঁচান
en: i need help please | somebody help me
es: necesito ayuda | auxilio por favor
fa: کمک کنید | komak
fr: aidez-moi s'il vous plaît
hi: मेरी मदद करो | mujhe madad chahiye
ht: mwen bezwen èd
id: tolong saya
ko: 살려 주세요 | 도움이 필요해요
my: ကူညီပါ | အကူအညီလိုပါတယ်
ne: मलाई मद्दत गर्नुहोस्
pa: ਮੇਰੀ ਮਦਦ ਕਰੋ
ps: مرسته وکړئ
pt: preciso de ajuda
ru: мне нужна помощь | pomogite
so: i caawi
sw: nisaidie
th: ช่วยด้วย
ti: ሓግዙኒ
tl: tulungan niyo ako
tr: yardım edin
uk: допоможіть мені
ur: میری مدد کریں
vi: cứu tôi với
zh: 请帮帮我
zh-Hant: 請幫幫我
""")
NONE = _by_language("""
am: መልእክት አሁን አትላኩ
| አትምቱኝ | ወደ አገሬ አትላኩኝ | አትደውሉ መልእክት ላኩ
ar: لماذا لا تردون علي | لا تراسلوا زوجي
| لا تتركني وحدي | لا تتوقفوا عن مراسلتي | لا تتصلوا فقط راسلوني | قال لي لا تراسليهم
bn: আমাকে মারবেন না | আমাকে ফেরত পাঠাবেন না | ফোন করবেন না মেসেজ করুন
en: don't send me back again | stop sending me back | don't contact them
| don't text me at night | don't text me he is here | don't text him | no one texts me
| stop him | at the bus stop | I want to end it | don't send me back | leave me alone | don't stop writing to me
| don't leave me alone | don't call, only text | he told me not to text you | I told him not to text me again but he keeps texting
| can I stop at any time? | will you text me again? | enough | no more | don't tell him I texted | please stop, he hurts me
| don't text my husband
es: no me manden de nuevo alla | no me escriban el esta aqui
| basta | no me llamen solo mensajes | no dejen de escribirme | no me manden de regreso | me dijo que no les escriba
| no quiero nada | ya no
fa: مرا نزنید | مرا برنگردانید | زنگ نزنید پیام بدهید | تنهایم نگذارید
fr: vous ne m'écrivez plus
| ne me frappez pas | ne m'appelez pas, écrivez | n'arrêtez pas de m'écrire | ne me renvoyez pas
hi: मुझे दोबारा मत भेजो | अभी मैसेज मत करो वो यहां है
| मुझे मत मारो | मुझे वापस मत भेजो | कॉल मत करो मैसेज करो | बंद | mujhe wapas mat bhejo
ht: pa frape m | pa voye m tounen | pa kite m pou kont mwen
id: jangan kirim saya lagi
| jangan pukul saya | jangan telepon, sms saja | jangan berhenti kirim pesan
ko: 때리지 마세요 | 저를 보내지 마세요 | 전화하지 마세요 문자만 주세요 | 하지 마세요
my: မရိုက်ပါနဲ့ | ပြန်မပို့ပါနဲ့ | ဖုန်းမခေါ်ပါနဲ့ စာပို့ပါ
ne: मलाई नकुट्नुहोस् | मलाई फिर्ता नपठाउनुहोस् | फोन नगर्नुहोस् म्यासेज गर्नुहोस्
pa: ਮੈਨੂੰ ਨਾ ਮਾਰੋ | ਮੈਨੂੰ ਵਾਪਸ ਨਾ ਭੇਜੋ | ਫੋਨ ਨਾ ਕਰੋ ਮੈਸੇਜ ਕਰੋ
ps: ما مه وهئ | ما بېرته مه لېږئ | زنګ مه وهئ پیغام راولېږئ
pt: não me bata | não me mande de volta | não pare de me escrever | não ligue, só mensagem
ru: вы больше не пишете мне | не отправляйте меня больше
| не бейте меня | не отправляйте меня обратно | не переставайте мне писать | не звоните, пишите | хватит
| он сказал не писать вам
so: ha i garaacin | ha i celin | ha i wicin, fariin ii soo dir
sw: usinipige | usinirudishe | usipige simu, tuma ujumbe
th: อย่าตีฉัน | อย่าส่งฉันกลับ | อย่าหยุดส่งข้อความ | อย่าโทร ส่งข้อความมา
ti: ኣይትህረሙኒ | ናብ ዓደይ ኣይትስደዱኒ | ኣይትደውሉ መልእኽቲ ስደዱ
tl: tama na | huwag mo akong saktan | huwag mo akong iwan | huwag tumawag, mag-text lang
tr: beni dövmeyin | beni geri göndermeyin | aramayın mesaj atın | yazmayı bırakmayın
uk: не бийте мене | не відправляйте мене назад | не дзвоніть, пишіть | не припиняйте мені писати
ur: مجھے مت مارو | مجھے واپس مت بھیجو | فون مت کرو میسج کرو
vi: đừng đánh tôi | đừng gửi tôi về | đừng gọi, nhắn tin thôi | đừng ngừng nhắn tin
zh: 现在不要发短信 | 我要退出 | 我不想再联系他
| 不要打我 | 别停 | 请不要把我送回去 | 别打电话，发短信 | 他不让我给你们发短信 | 别打了
zh-Hant: 不要打我 | 別停 | 不要把我送回去 | 不要打電話，傳簡訊
""")
