"""Whole messages that mean "stop writing to me", "write to me again" or the word HELP. Pure; says nothing about danger.

Two readings (domain.md 7.1, 7.3; trust.md B11 to B15). The carrier's own words, exactly: then the carrier itself blocks or unblocks
us. And our wider reading, because the law counts any reasonable wording in any language (47 CFR 64.1200(a)(10)): other languages,
other spellings, look-alike letters, a few whole sentences. Only ever the whole message: "make it stop" is a cry, not an opt-out.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass


class OptOutKind(enum.StrEnum):
    """What the message asks for. YES is the carrier's word for START only while this person is opted out; else it is just an answer."""

    STOP = "stop"
    START = "start"
    HELP = "help"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class OptOutWord:
    """What the whole message means, and whether the carrier acts on it by itself (block, unblock, its own reply)."""

    kind: OptOutKind
    by_carrier: bool


# Twilio's default words for long codes and toll-free numbers, in any case, alone in the message (domain.md 7.3).
CARRIER_WORDS: dict[str, OptOutKind] = {
    **dict.fromkeys(("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"), OptOutKind.STOP),
    **dict.fromkeys(("START", "UNSTOP"), OptOutKind.START),
    **dict.fromkeys(("HELP", "INFO"), OptOutKind.HELP),
    "YES": OptOutKind.YES,
}

# Left out on purpose, because alone they are as likely a cry as a wish to us: basta, tama na, хватит, 够了, كفى, 그만해, बंद (shut in),
# and words that also mean "to get out": sair, salir, sortir. A word after "=" counts only with its accents ("dung" may be "đúng", yes).
_STOP_WORDS = """
    stop|stopp|stopall|stop all|unsubscribe|unsub|cancel|end|quit|revoke|optout|opt out|remove|td
    alto|parar|pare|paren|detener|cancelar|anular|baja|desuscribir|desuscribirme
    arret|arrett|arrete|arretez|arreter|stopper|desabonner|desabonnement|desinscrire|annuler
    توقف|توقفوا|قف|إيقاف|وقف|إلغاء|ألغ الاشتراك|إلغاء الاشتراك
    停止|停|退订|退訂|取消|取消订阅|取消訂閱|请停止|請停止
    стоп|отписаться|отписка|отмена|отменить|прекратить|прекратите|остановить
    cancele|descadastrar|desinscrever|kanpe|sispann|dezabone
    =dừng|=ngừng|=hủy|=huỷ|dừng lại|ngừng lại|hủy đăng ký
    tigil|itigil|ihinto|hinto|kanselahin|중지|정지|중단|취소|수신거부|스톱
    रोकें|स्टॉप|सदस्यता समाप्त|रद्द करें|відписатися|скасувати|зупинити|припинити
    abmelden|abbestellen|ferma|annulla|zatrzymaj|wypisz|iptal|durdur|berhenti|batal|simamisha|jooji|لغو|配信停止|解除|หยุด|ยกเลิก
"""
_START_WORDS = """
    start|unstop|optin|opt in|comenzar|empezar|iniciar|reanudar|commencer|demarrer|reprendre|recommencer
    ابدأ|بدء|استئناف|开始|開始|恢复|恢復|重新开始|重新開始|старт|начать|возобновить
    começar|recomeçar|retomar|komanse|rekomanse|bắt đầu|simula|magsimula|시작|재개|शुरू|शुरू करें|почати|відновити|mulai|başla|anza
"""
_HELP_WORDS = """
    help|info|help me|help me please|please help|please help me|help please|i need help|need help|sos|сос
    ayuda|ayúdame|ayúdenme|ayúdeme|auxilio|socorro|necesito ayuda|por favor ayuda|ayuda por favor
    aide|a l aide|à l aide|aidez moi|aide moi|au secours|besoin d aide|j ai besoin d aide
    مساعدة|المساعدة|ساعدوني|ساعدني|ساعديني|النجدة|نجدة|أنقذوني|أريد مساعدة|أحتاج مساعدة|أحتاج إلى مساعدة
    帮助|幫助|救命|帮帮我|幫幫我|求助|救救我|帮我|幫我|需要帮助|我需要帮助|请帮帮我
    помощь|помогите|помоги|помогите мне|на помощь|нужна помощь|мне нужна помощь|спасите
    ajuda|me ajuda|me ajude|preciso de ajuda|=èd|ede m|ede mwen|tanpri ede m|giúp|giúp tôi|giúp với|cứu|cứu tôi|cứu với
    tulong|saklolo|tulungan mo ako|tulungan niyo ako|도움|도와주세요|도와줘|살려주세요
    मदद|मदद करो|मदद करें|मेरी मदद करो|मुझे मदद चाहिए|बचाओ|допомога|допоможіть|msaada|tolong|imdat|yardım|کمک|مدد
"""
# Words that stay a wish to us when somebody says them politely or says them three times. "Please end" does not.
_PLAIN_STOPS = frozenset({"stop", "stop all", "unsubscribe", "cancel", "optout", "opt out", "parar", "cancelar", "arret", "توقف", "стоп"})

# Whole sentences, on text folded by `_spoken`: no case, accents or punctuation, single spaces. Verbs that would also fit "do not send
# me (back)" need the word for messages, or "any more", behind them.
_AGAIN = r"(?: (?:again|any ?more|ever|ever again|no more))?"
_TEXTS = r"(?:(?:any |more |these |your |the )*(?:texts?|messages?|sms|msgs?|txts?))"
_STOP_SENTENCES = (
    # English
    r"(?:do not|dont|don t|never) (?:text|txt|message|msg|contact|write|sms|reply|respond|call or text|text or call)"
    rf"(?: (?:to )?(?:me|this number|this phone|my phone|here|back|me back))?{_AGAIN}",
    rf"stop (?:texting|messaging|contacting|writing|txting|sending)(?: (?:to )?(?:me {_TEXTS}|me|this number|my phone|{_TEXTS}))?{_AGAIN}",
    rf"(?:do not|dont|don t|never) send (?:me )?{_TEXTS}{_AGAIN}|no more {_TEXTS}",
    r"(?:remove|take) (?:me|my number|this number) (?:off|from) (?:your|this|the) (?:list|system|texts|messages)",
    r"unsubscribe me|opt me out|i (?:want|would like) to (?:unsubscribe|opt out)|leave me alone",
    rf"i (?:do not|dont|don t) want (?:to get )?{_TEXTS}{_AGAIN}",
    # Spanish
    r"(?:ya )?no (?:me )?(?:escribas?|escriban|contactes?|contacten|textees|texteen|respondas?|respondan|contestes?|contesten)"
    r"(?: a este numero| por aqui)?(?: mas| nunca mas| otra vez| de nuevo| nada)?",
    r"(?:ya )?no (?:me )?(?:mandes?|manden|envies?|envien) (?:mas(?: mensajes?| textos?| nada)?|mensajes?|nada|textos?)(?: mas)?",
    r"(?:ya )?no quiero (?:recibir )?(?:mas )?mensajes|no mas(?: mensajes| textos)?|basta de mensajes",
    r"(?:deja|deje|dejen) de (?:escribir(?:me)?|(?:mandar|enviar)(?:me)? (?:mensajes|textos))",
    r"(?:quitame|quiteme|quitenme|borrenme) de (?:la|tu|su) lista",
    # French
    r"ne (?:m )?(?:ecrivez|ecris|repondez|reponds) (?:plus|pas)|ne me (?:contactez|contacte) (?:plus|pas)|n (?:ecrivez|ecris) plus",
    r"ne m (?:envoyez|envoie|envoies) (?:plus|pas)(?: rien| de (?:messages?|textos?|sms))|plus de (?:messages|textos|sms)",
    r"(?:arretez|arrete|cessez) de (?:m ecrire|me contacter|m envoyer des (?:messages|textos|sms))|desabonnez moi|laissez moi tranquille",
    r"je ne veux plus (?:de|recevoir de|recevoir vos) (?:messages|textos|sms)",
    # Arabic
    r"لا (?:ترسل|ترسلوا|ترسلي|تبعث|تبعثوا)(?: لي| الي)?(?: (?:اي |المزيد من )?(?:رسائل|الرسائل|رساله|رسائلكم))?"
    r"(?: مره (?:اخري|ثانيه)| بعد الان| بعد اليوم| ابدا)?",
    r"لا (?:تراسلني|تراسلوني|تكتب لي|تكتبوا لي|تتواصل معي|تتواصلوا معي|ترد علي|تردوا علي)(?: مره (?:اخري|ثانيه)| بعد الان| ابدا)?",
    r"(?:توقف|توقفوا|كفوا) عن (?:الارسال|ارسال الرسائل|مراسلتي|الكتابه(?: لي)?|ارسال رسائل(?: لي)?)",
    r"(?:لا اريد|ما اريد|ما بدي)(?: اي)?(?: مزيد من)? (?:رسائل|الرسائل|رسائلكم)",
    # Chinese, written without spaces
    r"(?:请|請)?(?:你们?|你們|您)?(?:别|別|不要|不用|勿)再?(?:给我|給我|向我|跟我)?(?:发送?|發送?|联系|聯絡|联络|聯繫|写|寫|回复|回覆|打扰|打擾)"
    r"我?(?:任何)?(?:短信|信息|消息|简讯|訊息|簡訊|东西)?(?:给我|給我)?(?:了|啦)?",
    r"(?:请|請)?停止(?:给我|給我|向我)?(?:发送?|發送?)(?:短信|信息|消息|訊息|簡訊)?|我?不想再?收到?(?:你们的|你們的)?(?:短信|信息|消息|訊息|簡訊)了?",
    # Russian and Ukrainian
    r"(?:больше |мне )*не (?:пишите|пиши|присылайте|присылай|шлите|шли|отвечайте|отвечай|беспокойте)"
    r"(?: мне| сюда| больше| сообщени[яй]| смс)*",
    r"(?:прекратите|перестаньте|хватит)(?: мне)? (?:писать|слать|присылать)(?: мне| сообщения| смс)*",
    r"(?:отпишите|удалите) (?:меня|мой номер)|оставьте меня в покое|(?:більше )?не пишіть(?: мені| більше)*",
    r"(?:я )?(?:больше )?не хочу (?:больше )?(?:получать )?(?:ваши |ваших )?сообщени[яй]",
    # Portuguese and Haitian Creole
    r"nao (?:me )?(?:escreva|escrevam|contate|contatem|responda|respondam)(?: mais)?",
    r"nao (?:me )?(?:mande|mandem|envie|enviem) (?:mais mensagens|mais|mensagens)|nao quero (?:mais |receber )*mensagens",
    r"(?:pare|parem) de (?:me )?(?:escrever|mandar mensagens?|enviar mensagens?)|pa (?:ekri|voye mesaj bay?) (?:m|mwen)(?: anko)?",
    # Vietnamese without its accents, Tagalog
    r"dung (?:nhan(?: tin)?|gui tin(?: nhan)?|lien lac)(?: cho| voi)?(?: toi| em| minh)?(?: nua)?",
    r"(?:huwag|wag)(?: na| nyo| niyo| ninyo| mo| kang| kayong)*(?: akong| ako)? (?:mag ?|i )?i?(?:text|message|txt)"
    r"(?: sa akin| ako| ulit| pa)*",
    # Korean and Hindi (as written and as typed)
    r"(?:이제 |더 이상 )*(?:문자|메시지|연락)(?:를|을)? ?(?:(?:보내지|하지) ?(?:마|마세요|말아 ?주세요)|그만 ?(?:보내세요|하세요))",
    r"그만 ?(?:보내|보내세요|보내 ?주세요)",
    r"(?:मुझे |अब |और )*(?:मैसेज|मेसेज|संदेश|एसएमएस) (?:मत|ना|न) (?:भेजो|भेजें|भेजिए|करो|करें|कीजिए|करना)",
    r"(?:mujhe |ab |aur )*(?:message|msg|sms) (?:mat|na) (?:bhejo|bheje|bhejiye|karo|kare|karna|kijiye)",
    # Russian and Arabic in Latin letters
    r"(?:bolshe )?ne pish[iy](?:te)?(?: mne)?(?: bolshe)?",
    r"la t[eiu]?rs[ei]l(?:u|o|i|li)?(?: rasa?[iy]?[ey]l)?|la t[ae]b3[aei]th?(?:li|u|o)?(?: rasa?[iy]?[ey]l)?",
)
_POLITE = (
    r"(?:please|pls|plz|ok|hi|hello|wrong number|sorry|thanks|thank you|por favor|porfa|hola|gracias|s il vous plait|svp|merci|"
    r"من فضلك|رجاء|ارجوك|ارجوكم|لو سمحت|شكرا|пожалуйста|прошу|спасибо|请|請|谢谢|謝謝|tanpri|xin|कृपया|obrigad[oa])"
)
# Nothing we read as a wish to stop is longer; what is longer is a message, not a command.
_LONGEST = 120
_LONGEST_RAW = 1000

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u00b4`\u2032]")
_STOP_SIGNS = re.compile("[🛑✋🚫⛔❌🙏🖐\U0001f3fb-\U0001f3ff]")
_ACCENTS = re.compile(
    "(?<!\u0438)[\u0300-\u036f]|(?<=\u0438)[\u0300-\u0305\u0307-\u036f]|[\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0640]"
)
_ONE_LETTER = str.maketrans("đıłøىیئةکٱ", "dilo" + "يييهكا")
# Letters that look like Latin ones (Unicode TR 39, the common ones), and digits typed for letters.
_LOOK_ALIKES: dict[int, int | str] = {
    **str.maketrans("АВЕЅЗІЈКМНОРСТУХԌԚԜ", "ABESEIJKMHOPCTYXGQW"),
    **str.maketrans("аԁеһіјкӏмнорѕстухԛԝьв", "adehijklmhopsctyxqwbb"),
    **str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    **str.maketrans("αεικνορτυχϲϳ", "aeikvoptuxcj"),
    **str.maketrans("ᴀʙᴄᴅᴇʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠɑɩ", "abcdehijklmnoprstuvai"),
    **str.maketrans("013457$@", "oieastsa"),
    **{first + offset: chr(65 + offset) for first in (0x1F150, 0x1F170, 0x1F1E6) for offset in range(26)},
}


def classify(text: str) -> OptOutWord | None:
    """What the whole of `text` asks for, or None when it is a message like any other. Never raises; keeps nothing."""
    exact = text.strip()
    if exact.isascii() and exact.upper() in CARRIER_WORDS:
        return OptOutWord(CARRIER_WORDS[exact.upper()], by_carrier=True)
    visible = _INVISIBLE.sub("", text).strip()
    if not visible or len(visible) > _LONGEST_RAW:
        return None
    kind = _wider(visible)
    return OptOutWord(kind, by_carrier=False) if kind else None


def _wider(visible: str) -> OptOutKind | None:
    normal = unicodedata.normalize("NFKC", visible)
    accented, plain = _spoken(normal), _spoken(_without_accents(normal))
    if len(plain) > _LONGEST:
        return None
    latin = _spoken(_without_accents(unicodedata.normalize("NFKC", visible.translate(_LOOK_ALIKES)).translate(_LOOK_ALIKES)))
    in_one_word = not any(char.isspace() for char in visible)
    for reading, words in ((accented, _ACCENTED), (plain, _PLAIN), (latin, _PLAIN)):
        kind = words.get(reading) or words.get(_joined(reading, in_one_word))
        if kind:
            return kind
    if _POLITE_ENDS.sub("", plain) in _PLAIN_STOPS or _is_one_word_repeated(plain) or _SENTENCE.fullmatch(plain):
        return OptOutKind.STOP
    return None


def _spoken(text: str) -> str:
    """`text` as bare words: no case, punctuation to spaces, stop signs gone; any other emoji stays and keeps it from matching."""
    folded = _STOP_SIGNS.sub(" ", _APOSTROPHES.sub(" ", text)).casefold()
    return " ".join("".join(char if _is_spoken(char) else " " for char in folded).split())


def _is_spoken(char: str) -> bool:
    return unicodedata.category(char)[0] not in "PZC" and unicodedata.category(char) not in {"Sm", "Sk"}


def _without_accents(text: str) -> str:
    """Latin, Greek, Cyrillic (but й), Arabic and Hebrew without their marks; one form of alef, ya and ha."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_ONE_LETTER)


def _joined(reading: str, in_one_word: bool) -> str:
    """S.T.O.P or s t o p as one word; other words only when they were written without a space."""
    words = reading.split()
    return "".join(words) if in_one_word or all(len(word) == 1 for word in words) else reading


def _is_one_word_repeated(plain: str) -> bool:
    words = plain.split()
    return len(set(words)) == 1 and words[0] in _PLAIN_STOPS


def _table(*, accents: bool) -> dict[str, OptOutKind]:
    table = {}
    for words, kind in ((_HELP_WORDS, OptOutKind.HELP), (_START_WORDS, OptOutKind.START), (_STOP_WORDS, OptOutKind.STOP)):
        for word in words.replace("\n", "|").split("|"):
            entry = word.strip()
            if entry.startswith("=") and not accents:
                continue
            entry = unicodedata.normalize("NFKC", entry.lstrip("="))
            table[_spoken(entry if accents else _without_accents(entry))] = kind
    table.pop("", None)
    return table


# The sentences are folded like the texts they are held against.
_SENTENCE = re.compile(_without_accents(rf"(?:{_POLITE} ?)*(?:{'|'.join(_STOP_SENTENCES)})(?: ?{_POLITE})*"))
_POLITE_ENDS = re.compile(_without_accents(rf"^(?:{_POLITE} )+|(?: {_POLITE})+$"))
_ACCENTED, _PLAIN = _table(accents=True), _table(accents=False)
