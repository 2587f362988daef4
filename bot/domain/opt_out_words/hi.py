"""Hindi, in Devanagari and in Latin letters. The word that forbids stands next to the verb: "मत भेजो", do not send."""

TABLE = """
stop: रोकें | रोको | रोकिए | रोक दो | रोक दें | रोक दीजिए | रुको | रुकें | रुकिए | स्टॉप | सदस्यता {समाप्त,रद्द}{, करें, करो, कर दो}
  रद्द {करें,करो,कर दो,कर दीजिए} | {मैसेज,मेसेज,संदेश,एसएमएस,मेसेज भेजना} बंद
  {मुझे ,मेरा ,}{अनसब्सक्राइब,ऑप्ट आउट}{, करें, करो, कर दो, कर दीजिए} | {मैसेज,मेसेज,संदेश} {रोको,रोकें,रोक दो,रोक दीजिए}
  {कोई ,}{और ,}{मैसेज,मेसेज,संदेश} नहीं | {मुझे ,}आप{, लोगों}{, से} बात नहीं करनी | roko | ruko | rok do | band karo {message,msg,sms}
  {msg,message,sms}{,s} {roko,rok do} | {aur ,}{msg,message,sms}{,s} nahi | radd karo | {mujhe ,}unsubscribe {kar do,karo,kare}
  {मुझे ,मैं ,}{अनसब्सक्राइब,अनसब्स्क्राइब,सदस्यता रद्द} {करना है,करना,कर दो,करें,करना चाहती हूं,करना चाहता हूं,करनी है}
  {mujhe ,}unsubscribe karna hai | मैसेज {आना,आने} बंद {करो,करें,कर दो}
not write: {मैसेज,मेसेज,संदेश,एसएमएस,टेक्स्ट} {मत,न,ना,नहीं} {भेजो,भेजें,भेजिए,भेजना,भेजिएगा,भेजा करो,करो,करें,कीजिए}
  {मेसेज़,SMS,message,msg,sms,text} {मत,न,ना,नहीं} {भेजो,भेजें,भेजिए,भेजना,भेजिएगा,भेजा करो,करो,करें,कीजिए}
  {मैसेज,मेसेज,संदेश,एसएमएस,टेक्स्ट,मेसेज़,SMS,message,msg,sms,text} {मत,न,ना,नहीं} {करना,करिए,लिखो,दो,देना,भेजे,भेजिये,कीजिएगा,किया करो}
  {मत,न,ना} {लिखो,लिखें,लिखिए,लिखना,लिखिएगा} | {संपर्क,कॉन्टैक्ट,कांटेक्ट,सम्पर्क,contact,rabta} {मत,न,ना} {करो,करें,कीजिए,करना,करिए}
  {जवाब,उत्तर,रिप्लाई} {मत,न,ना} {दो,दें,दीजिए,देना,करो,करना} | परेशान {मत,न,ना} {करो,करें,कीजिए,करना,करिए}
  तंग {मत,न,ना} {करो,करें,कीजिए,करना}
  {message,msg,msgs,messages,sms,text,txt,mesej,sandesh,massage} {mat,na,nahi,math,nhi} {bhejo,bheje,bhejein,bhejiye,bhejna}
  {message,msg,msgs,messages,sms,text,txt,mesej,sandesh,massage} {mat,na,nahi,math,nhi} {bhejiyega,karo,kare,karen,karein,karna,kijiye}
  {message,msg,msgs,messages,sms,text,txt,mesej,sandesh,massage} {mat,na,nahi,math,nhi} {kariye,kro,krna,karo ji,bhejen}
  {message,msg,msgs,messages,sms,text,txt,mesej,sandesh,massage} {mat,na,nahi,math,nhi} {bhejna ji,likho,do,dena,kiya karo,bheja karo}
  {mat,na} {likho,likhe,likhna,likhiye} | {contact,sampark,rabta} {mat,na} {karo,kare,karna,kijiye,kariye,kro}
  {reply,jawab} {mat,na} {do,dena,karo,karna,kare} | {pareshan,tang,disturb,paresan} {mat,na} {karo,kare,karna,kijiye,kro}
  {मैसेज,मेसेज,संदेश,message,msg} {करने,भेजने,karne,bhejne} {की जरूरत नहीं,ki zarurat nahi}
  {मैसेज,मेसेज,संदेश,एसएमएस,टेक्स्ट,message,msg,sms,text} {मत,न,ना,नहीं} {भेजा करें,भेजा करिए,भेजा करो,किया करें,किया करो,कीजिये}
  {मैसेज,मेसेज,संदेश,एसएमएस,टेक्स्ट,message,msg,sms,text} {मत,न,ना,नहीं} {करियेगा,करो ना,करना जी,भेजियेगा,डालो,भेजना अब}
  {mat,na} {likha karo} | {संपर्क,contact,sampark} {मत,न,ना,mat,na} {करें,करना,किया करें,kare,karein,krna,kijiyega}
  मुझसे बात {मत,न} {करो,करें,करना}
  {message,msg,sms,text,massage} {mat,na,nahi,mt} {krna,kre,krein,kijiyega,kro,kiya kare,bheja kare,karo na,kar,krdo}
not call: {कॉल,फोन,फ़ोन,call,phone,fone} {मत,न,ना,mat,na} {करो,करें,कीजिए,करना,करिए,karo,kare,karna,kijiye,kro}
not send: {मत,न,ना} {भेजो,भेजें,भेजिए,भेजना,भेजिएगा,भेजा करो} | {mat,na,math} {bhejo,bheje,bhejein,bhejiye,bhejna,bhejiyega,bheja karo}
nomore: नहीं चाहिए | नही चाहिए | नहीं {चाहता,चाहती} | {पाना ,लेना ,}नहीं {चाहता,चाहती}{, हूं} | नहीं {लेना,लेने}
  की {जरूरत,आवश्यकता} नहीं{, है} | nahi chahiye | nahin chahiye | nahi chaiye | nhi chahiye | nahi {chahta,chahti}{, hun, hu, hoon}
  ki {zarurat,jarurat} nahi{, hai} | नहीं चाहिये
  {नहीं,नही} {चाहिए,चाहिये,चाहते,लेना,लेने}{ हैं, है, हूं,} | {की,की कोई} {जरूरत,ज़रूरत,आवश्यकता} {नहीं,नही}{ है,}
  {nahi,nhi,nahin} {chahiye,chaiye,chahie,chahte,lena,lene,chahiye hai}
message: मैसेज{,ेस} | मेसेज | संदेश | सन्देश | एसएमएस | टेक्स्ट | कुछ{, भी} | कोई {मैसेज,मेसेज,संदेश} | message{,s} | msg{,s} | sms
  text{,s} | mesej | sandesh | kuch{, bhi} | koi {message,msg} | massage
write: {मैसेज,मेसेज,संदेश,एसएमएस,टेक्स्ट} {भेजना,करना,लिखना,भेजने} | लिखना | संपर्क करना | परेशान करना | तंग करना
  {message,msg,msgs,messages,sms,text} {bhejna,karna,krna,bhejne} | likhna | contact karna | pareshan karna | sampark karna | texting
  messaging | {मैसेज,संदेश} भेजा जाना | message karna
call: कॉल करना | फोन करना | call karna | phone karna
send: भेजना | bhejna
stopping: बंद {करो,करें,कीजिए,कर दो,कर दें,कर दीजिए,करिए,कर देना,करना} | रोको | रोकें | रोक {दो,दें,दीजिए} | बंद कर | छोड़ {दो,दें,दीजिए}
  band {karo,kare,karein,kijiye,kar do,kar dijiye,kar de,kariye,kro,kardo,krdo} | roko | rok {do,de,dijiye} | chhod do
  stop {karo,kare,kar do,kijiye,kro}
again: अब{, से} | फिर{, से, कभी} | दोबारा | कभी{, भी} | और | दुबारा | आगे से | आज के बाद | हमेशा के लिए | अब और | आइंदा | बार बार | आगे
  ab{, se} | phir{, se} | dobara | dubara | kabhi{, bhi} | aur | aage se | aaj ke baad | fir{, se, kabhi} | bar bar | ab aur | aainda
  बिल्कुल
here: इस नंबर{, पर} | इस फोन पर | इस फ़ोन पर | मेरे {नंबर,फोन} पर | यहां | यहाँ | is number{, par, pe} | is phone {par,pe}
  mere {number,phone} {par,pe} | yaha | yahan | is no par | इस नम्बर पर | मेरे नंबर पे
me: मुझे | मुझको | मुझसे | मेरे को | हमें | मेरे | मुझ को | आपके | आपका | आपसे | आप | ये | यह | इतने | मैं | को | से | तुम | इस | सब
  mujhe | mujhko | mujhse | muje | mjhe | mereko | mere ko | hame | humein | aap | aapke | aapka | ye | yeh | main | mai | se | tum | mera
  itne | हमको | आप लोग | aap log | लोग | पर | हूं | है | hai | hun | hoon | के | ही | to
or: या | और न | aur na | ya | और ना | ना ही | न ही
remove: हटा{ओ,एं,इए, दो, दें, दीजिए} | निकाल{ो,ें,िए, दो, दें, दीजिए} | डिलीट {करो,करें,कर दो,कर दीजिए} | hata{o, do, de, dijiye,iye,ye}
  nikal{o, do, de, dijiye} | delete {karo,kar do,kare}
  {हटा,निकाल,मिटा} {दो,दें,दीजिए,दीजिये} | {hata,nikal,mita} {do,den,dijiye}
list: {मुझे,मेरा नंबर,इस नंबर को,यह नंबर,मेरा नाम}{, अपनी लिस्ट से, इस लिस्ट से, लिस्ट से, सूची से, अपनी सूची से} | लिस्ट से | सूची से
  {mujhe,mera number,mera no,is number ko,ye number}{, apni list se, is list se, list se} | list se
polite: कृपया | कृपा करके | प्लीज | प्लीज़ | धन्यवाद | शुक्रिया | नमस्ते | नमस्कार | माफ {करना,करें,कीजिए,कीजिएगा} | माफी | हां | नहीं
  जी | सर | मैडम | भाई | भैया | दीदी | ठीक है | अच्छा | मेहरबानी {करके,से} | हाथ जोड़ता हूं | हाथ जोड़ती हूं | विनती है | सॉरी | हेलो
  हैलो | बहुत {धन्यवाद,शुक्रिया} | मदद के लिए {धन्यवाद,शुक्रिया} | अलविदा | प्रार्थना है | निवेदन है | kripya | krupya | dhanyavad
  dhanyawad | shukriya | namaste | maaf {karna,karo,kijiye,kare} | maf karna | haan | ji | bhai | bhaiya | didi | theek hai | thik hai
  acha | accha | meherbani karke | nahi | yaar | hath jodta hu | सुनो | सुनिए | dekho | suno | ओके
  लेकिन | पर | मगर | किंतु | इसलिए | तो | धन्यवाद लेकिन | शुक्रिया लेकिन | प्लीज जी | कृपया करके | मेहरबानी | मेहरबानी होगी | माफ़ी
  माफी चाहती हूं | माफी चाहता हूं | क्षमा करें | क्षमा | भगवान के लिए | खुदा के लिए | बहन | बहनजी | सर जी | भाई साहब | यार | ओके जी | हाँ
  नहीं जी | lekin | par | magar | plss | pleej | sry | mafi | bhagwan ke liye | dhanyawaad | shukria | ok ji | isliye
ask: क्या {आप ,} | क्या आप | सकते हैं | kya aap | sakte {hain,ho} | क्या | kya | {बंद कर,band kar} सकते हैं
wrong: गलत {नंबर,नम्बर,व्यक्ति,आदमी}{, है, पर, लगा} | {यह,ये} गलत नंबर है | {आपने ,}गलत नंबर {लगाया,डायल किया,पर मैसेज किया}{, है}
  {मैं ,}{आपको ,}{नहीं ,}जानत{ा,ी} {नहीं ,}हूं | मैं आपको नहीं {जानता,जानती}{, हूं} | आपको नहीं {जानता,जानती}
  {मुझे ,}{कोई ,}{रुचि,दिलचस्पी,इंटरेस्ट} नहीं{, है} | मैं वो नहीं हूं | {मुझे ,}{अब ,}{आपकी ,}{मदद,सहायता} नहीं चाहिए
  {मुझे ,}{मदद,सहायता} की जरूरत नहीं{, है} | मुझे अकेला छोड़ दो | पीछा छोड़ो | रॉन्ग नंबर{, है} | galat number{, hai}
  wrong number{, hai, h} | ye galat number hai | {main ,mai }aapko nahi {janta,janti}{, hun, hu} | interest nahi{, hai}
  interested nahi{, hun, hu} | {mujhe ,}{aapki ,}{help,madad} nahi chahiye | peecha chhodo | galat no
  मैं {वो,वह} {इंसान,आदमी,व्यक्ति,औरत,लड़की} नहीं{ हूं, हूँ,}
  {मुझे ,}{इसकी,इस की,आपकी,इनकी,मदद की,किसी मदद की} {कोई ,}{जरूरत,ज़रूरत,आवश्यकता} नहीं{ है,} | {मुझे ,}यह नहीं चाहिए
  {main ,mai }{wo,woh} {insan ,aadmi ,}nahi {hun,hu,hoon} | {mujhe ,muje ,}{iski,aapki,madad ki} {zarurat,jarurat} nahi{ hai,}
  galat {aadmi,insan} ho
wrong ask: {आप,तुम} कौन {हैं,हो} | कौन है | {यह ,}कौन {है,हैं} | मेरा नंबर कहां से मिला | {aap,tum} kaun {ho,hain} | kaun {ho,hai}
  mera number kahan se mila | kon ho
who: {मेरा ,मेरे ,मेरी ,}{पति,शौहर,मालिक,बॉस,पत्नी,सास,भाई,पिता,मां,घरवाले,परिवार,ससुर,बॉयफ्रेंड,मैनेजर,मालकिन,पापा,मम्मी,मैडम} | वह | वो
  वे | कोई{, और} | क्योंकि {वह,वो,पति,मेरा पति,मेरे पति,मालिक} | घर वाले
  {mera ,mere ,meri ,}{pati,malik,boss,husband,sas,papa,family,boyfriend,bhai} | wo | woh | vo | vah | koi
  kyunki {wo,woh,mera pati,mere pati,pati} | kyuki {wo,mera pati,pati} | gharwale | ghar wale
sees: {देखता,देखती,देखते,चेक करता,चेक करती,चेक करते,पढ़ता,पढ़ती,पढ़ते,जांचता,जांचते,खंगालता}{, है, हैं, रहता है}
  {रखता,रखते,लेता,इस्तेमाल करता,इस्तेमाल करते,देख सकता,देख सकते,पढ़ सकता,पढ़ सकते,नजर रखता,नजर रखते,चेक कर सकता}{, है, हैं, रहता है}
  देख {लेगा,लेंगे,लेता है,लेते हैं,रहा है} | पढ़ {लेगा,लेंगे,लेता है,लेते हैं,रहा है} | चेक {करेगा,कर रहा है,कर लेगा}
  गुस्सा {होगा,होता है,करेगा,हो जाएगा} | मारेगा | मार {देगा,डालेगा} | {देखेगा,पढ़ेगा} | को पता चल जाएगा | पता चल {जाएगा,जायेगा}
  {dekhta,dekhte,dekhti,check karta,check karte,padhta,padhte,check krta,dekh leta,padh leta,use karta,rakhta}{, hai, hain, h}
  dekh {lega,lenge,raha hai} | padh {lega,lenge} | check karega | gussa {hoga,karega} | marega | maar {dega,dalega} | pata chal jayega
  ke पास है | ke paas hai | के पास है | बगल में है
phone: {मेरा ,मेरे ,यह ,}{फोन,फ़ोन,मोबाइल} | {मेरे ,सारे ,}{मैसेज,मेसेज,संदेश} | सब कुछ | हमेशा | हर रोज | रोज | तो
  {mera ,mere ,}{phone,fone,mobile} | {mere ,sare ,}{msg,message,messages} | sab kuch | hamesha | roz | इसे | अगर | agar
reason: क्योंकि | {यह ,ये ,}{मेरे लिए ,}{खतरनाक,ख़तरनाक} है | {मेरे लिए ,}{खतरा,ख़तरा} है | {यह ,ये ,}{मेरे लिए ,}{सुरक्षित,सेफ} नहीं है
  {यह ,ये }{मेरा ,}{फोन,नंबर,फ़ोन} {मेरा ,}नहीं है | {यह ,ये }मेरा {फोन,नंबर,फ़ोन} नहीं{, है} | {मुझे ,}डर {लगता,लग रहा} है
  {मैं ,}{मुसीबत,मुश्किल} में {पड़ जाऊंगा,पड़ जाऊंगी,फंस जाऊंगी} | मैं {ठीक हूं,काम पर हूं,व्यस्त हूं,सो रहा हूं,सो रही हूं,सुरक्षित हूं}
  {मेरा ,मैंने }{मन,इरादा} बदल {गया,लिया}{, है} | {यह ,}फोन {साझा,शेयर} {है,करते हैं} | {आपको ,}{ब्लॉक,रिपोर्ट} {कर दूंगा,कर दूंगी}
  kyunki | kyuki | {ye ,}khatarnak hai | khatra hai | safe nahi{, hai} | {ye ,}mera {phone,number} nahi{, hai} | dar lagta hai
  main {theek,thik} {hun,hu} | पैसे {लगते,कटते} हैं | {इस ,}फोन {को ,}{दूसरे,और लोग} भी {इस्तेमाल करते,चलाते} हैं | मैं परेशान हो गया हूं
  ye mera phone nahi
start: शुरू | शुरू {करें,करो,कीजिए,कर दो,करिए} | {फिर से,दोबारा,वापस} {शुरू,चालू}{, करें, करो, कीजिए, कर दो} | स्टार्ट
  चालू{, करें, करो, कर दो} | जारी {रखें,रखो} | {मुझे ,}{फिर से,दोबारा,वापस} {मैसेज,मेसेज,संदेश} {भेजो,भेजें,भेजिए,करो,करें,चाहिए}
  {मैं ,}{फिर से,दोबारा,वापस} {शुरू करना,जुड़ना,आना,मैसेज पाना,संदेश पाना} {चाहता,चाहती}{, हूं}
  {आप ,}{मुझे ,}{फिर से ,दोबारा ,अब }{मैसेज,मेसेज,संदेश} {भेज सकते,कर सकते} {हैं,हो} | आरंभ{, करें} | सब्सक्राइब{, करें} | shuru
  shuru {karo,kare,kar do,kijiye} | {phir se,fir se,dobara,wapas} shuru{, karo, kare} | chalu karo
  {mujhe ,}{phir se,fir se,dobara} {msg,message} {karo,bhejo,kare,bheje} | {मैं ,}वापस {आ गया,आ गई}{, हूं} | मुझे फिर से लिखो
  {मुझे ,}{मैसेज,संदेश} {फिर से,दोबारा} {भेजें,भेजो,भेजिए,शुरू करें}
help: मदद | मदद {करो,करें,कीजिए,करिए,चाहिए,कर दो,करना,कर दीजिए} | {मेरी,हमारी} {मदद,सहायता} {करो,करें,कीजिए,करिए,कर दो,कीजिये}
  {मुझे,हमें} {आपकी ,तुरंत ,जल्दी ,अभी ,}{मदद,सहायता,हेल्प} {चाहिए,की जरूरत है,की आवश्यकता है}{, अभी, तुरंत} | बचाओ
  {मुझे,हमें} बचा{ओ,इए, लो, लीजिए} | बचाइए | सहायता{, करें, चाहिए, करो, कीजिए} | {कोई ,}{मेरी ,}मदद {कर सकता है,करो,करे}
  क्या {आप ,}मेरी मदद {कर सकते हैं,करेंगे} | आपातकाल | इमरजेंसी | हेल्प{, मी} | madad | madad {karo,kare,kijiye,chahiye,kro,kar do}
  {meri,hamari} {madad,help,madat} {karo,kare,kijiye,kar do,kro} | {mujhe,mujhko,muje} {help,madad,madat} {chahiye,chaiye} | bachao
  {mujhe,muje} bacha{o, lo} | {help,madad} chahiye | sahayata | help {karo,kro,kare,kijiye} | emergency | तुरंत मदद चाहिए | जल्दी मदद करो
block: बंद {मत,न,ना} {करो,करें,करना,कीजिए} | band mat {karo,karna,kare} | {मत,न} {रोको,रोकें} | अकेला मत छोड़ो
may: {अब ,}{सकते हैं,सकते हो} | sakte {ho,hain,hai}
may towrite: {अब ,फिर से ,दोबारा ,}{लिख,मैसेज कर,मैसेज भेज,संदेश भेज,संपर्क कर} सकते {हो,हैं}
  {ab ,phir se ,}{msg,message} {kar,bhej} sakte {ho,hain}
again anew: फिर | फिर से | दोबारा | phir se | fir se | dobara | dubara
anew: अब | ab | वापस
towrite: {मैसेज,मेसेज,संदेश} {करो,करें,भेजो,भेजें,कीजिए,भेजिए} | {लिखो,लिखें,लिखिए} | संपर्क {करो,करें}
  {msg,message} {karo,kare,bhejo,bheje}
now: अभी | आज | abhi
"""
