"""Words that texts must not hold, by language, as regular expressions on lower-case text.

Latin and Cyrillic entries are beginnings of words unless they end in `\\b`; Arabic and Chinese entries stand anywhere.
"""

from __future__ import annotations

# Labels, judgement and promises (domain.md 0.2, 3.7, 4.3; trust.md T1).
BANNED: dict[str, tuple[str, ...]] = {
    "en": (
        r"victim|rescu|slave|slavery|illegal|prostitut|traffick|criminal|alien|undocumented|smuggl|pimp|addict|confess",
        r"promise|guarantee|you will be safe|you are safe|will not be deported|won't be deported|100 ?%|nobody will know",
        r"cannot come in|can't come in|you will see a judge|have a right to see a judge|will get a visa|will send someone",
        r"run away|leave now|leave him|confront|record him|trick him|go back for|embassy|social media|call ice\b|why did(?:n't)? you",
        r"in \d+ (?:minute|hour|day)|within \d+|in a few minutes|soon\b(?! as)|right away|shortly",
    ),
    "es": (
        r"víctima|rescat|esclav|ilegal|prostitu|trata de|tráfico|criminal|indocumentad|coyote|proxeneta",
        r"prometemos|te prometo|garantiz|no te van a deportar|nadie lo sabrá|no pueden entrar|verás a un juez",
        r"huye|escápate|vete ya|déjalo|enfrenta|embajada|consulado|redes sociales|por qué no",
        r"en \d+ (?:minuto|hora|día)|dentro de \d+|pronto\b|enseguida|en un momento|ahorita",
    ),
    "fr": (
        r"victime|sauver|secourir|esclav|illégal|prostitu|traite des|trafic|criminel|clandestin|sans-papiers|proxénète",
        r"promett|promis|garanti|vous êtes en sécurité|ne serez pas expuls|personne ne saura|ne peuvent pas entrer|verrez un juge",
        r"(?<!ne )fuyez|enfuyez|partez|quittez-le|ambassade|consulat|réseaux sociaux|pourquoi",
        r"dans \d+ (?:minute|heure|jour)|d'ici \d+|bientôt|tout de suite",
    ),
    "ru": (
        r"жертв|спасател|спасём|спасем|рабств|рабын|нелегал|проститут|траффик|торговл|преступник|сутен",
        r"обещ|гарантир|вы в безопасности|не депортируют|никто не узнает|не могут войти|увидите судью",
        r"убегайте|бегите от|уходите|посольств|консульств|соцсет|почему вы",
        r"через \d+ (?:минут|час|д)|в течение \d+|скоро|немедленно|сейчас же",
    ),
    "ar": (
        r"ضحية|ضحايا|إنقاذ|انقاذ|عبيد|عبودية|غير شرعي|دعارة|عاهرة|الاتجار|تهريب|مجرم",
        r"نعدك|نضمن|أعدك|لن يتم ترحيلك|لن يعرف أحد|لا يمكنهم الدخول|سترى قاضيا",
        r"اهرب|غادر الآن|سفارة|قنصلية|لماذا لم",
        r"خلال \d+|بعد \d+ (?:دقيقة|دقائق|ساعات)|قريبا|فورا",
    ),
    "zh": (
        r"受害者|被害人|营救|解救|奴隶|非法|黑户|偷渡|妓女|卖淫|贩卖|人口贩|罪犯|蛇头",
        r"保证您|承诺|不会被遣返|没有人会知道|不能进来|会见到法官",
        r"快逃|赶快离开|大使馆|领事馆|社交媒体|为什么不",
        r"\d+ ?分钟|\d+ ?小时内|马上就|立刻",
    ),
}

# What must not show on a lock screen: the first 40 characters stay free of these (domain.md 3.3).
RISKY_START: dict[str, tuple[str, ...]] = {
    "en": (
        r"danger|police|polic|immigra|ice\b|traffick|help|rights|hurt|safe|violen|weapon|abus|force|forced|control|escap|suicid|die\b|dies|death|kill",
        r"passport|papers?\b|visa|boss|wage|pay\b|paid|crim|deport|shelter|advocate|hotline|lawyer|secret|private|emergenc|urgent|ambulance",
        r"911|988|233733|1-888|7888",
    ),
    "es": (
        r"peligr|polic|migra|inmigra|trata\b|tráfico|ayud|derech|daño|dañ|heri|segur|viol|arma\b|abus|fuerza|control|escap|suicid|muer|morir|mata",
        r"pasaporte|papeles|visa\b|patrón|jefe|sueldo|salario|pago|pagar|pagan|delito|deport|refugio|línea|abogad|secret|privad|emergenc|urgen",
        r"911|988|233733|1-888|7888",
    ),
    "fr": (
        r"danger|polic|immigra|traite\b|trafic|aide|aider|droit|mal\b|bless|sûr|sécurité|violen|arme|abus|force|contrôl|surveill|fui|échapp|suicid|mort",
        r"mour|passeport|papiers|visa|patron|employeur|salaire|pay|crim|délit|expuls|refuge|ligne|avocat|secret|privé|urgen|risqu",
        r"911|988|233733|1-888|7888",
    ),
    "ru": (
        r"опасн|полиц|миграц|торговл|помощ|помог|прав[аоу]?\b|вред|ранен|рана|безопас|насил|оруж|застав|контрол|побег|убеж|суицид|самоуб|смерт|умер|убь|убит",
        r"паспорт|документ|виз[аыуе]\b|начальник|работодат|зарплат|плат|оплат|преступл|депорт|приют|адвокат|тайн|секрет|скор|срочн|экстрен|лини",
        r"911|988|233733|1-888|7888",
    ),
    "ar": (
        r"خطر|شرطة|هجرة|اتجار|مساعد|حقوق|حقك|أذى|تأذى|آمن|أمان|عنف|سلاح|إجبار|سيطرة|هرب|هروب|انتحار|موت|قتل",
        r"جواز|أوراق|تأشيرة|صاحب العمل|أجر|راتب|جريمة|ترحيل|مأوى|خط ساخن|محام|سر|(?<!ش)خاص|طوارئ|عاجل",
        r"911|988|233733|1-888|7888",
    ),
    "zh": (
        r"危险|警察|移民|贩|帮助|求助|救|权利|伤|安全|暴力|武器|虐待|强迫|控制|逃|自杀|死|杀|丧命",
        r"护照|证件|签证|老板|工资|付钱|犯罪|遣返|庇护|热线|律师|秘密|保密|紧急",
        r"911|988|233733|1-888|7888",
    ),
}

# What we never ask: status, name, proof (domain.md 4.3). Looked for in questions and in requests.
PERSONAL: dict[str, tuple[str, ...]] = {
    "en": (r"name\b|names\b|papers|visa|status|citizen|green card|legal|born|country|reside|proof|prove|age\b|address\b|passport",),
    "es": (r"nombre|papeles|visa|estatus|ciudadan|legal|naci|país|resident|resides|prueba|edad|dirección|pasaporte|documentos",),
    "fr": (r"nom\b|prénom|papiers|visa|statut|citoyen|légal|né\b|née\b|pays|résid|preuve|âge|adresse|passeport",),
    "ru": (r"имя|зовут|фамили|документ|виз|статус|граждан|легальн|родил|стран|прожива|доказ|возраст|адрес|паспорт",),
    "ar": (r"اسم|أوراق|تأشيرة|وضعك القانوني|جنسي|مولود|بلدك|مقيم|إثبات|عمرك|عنوان|جواز",),
    "zh": (r"姓名|名字|叫什么|证件|签证|身份|公民|合法|出生|国家|居民|证明|年龄|地址|护照",),
}
REQUESTS: dict[str, tuple[str, ...]] = {
    "en": (r"(?:tell (?:me|us)|give (?:me|us)|send|write) (?:me |us )?(?:your|a|the) ",),
    "es": (r"(?:dime|dinos|danos|dame|manda|envía|escribe) (?:tu|tus|una?|el|la) ",),
    "fr": (r"(?:dites|donnez|envoyez|écrivez)(?:-moi|-nous)? (?:votre|vos|une?|le|la) ",),
    "ru": (r"(?:скажите|сообщите|пришлите|напишите|назовите) (?:ваш\w*|сво\w+) ?",),
    "ar": (r"(?:أخبرنا|أعطنا|أرسل|اكتب) ",),
    "zh": (r"(?:请)?(?:告诉我们|告诉我|发来|写下)您的",),
}
