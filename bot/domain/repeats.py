"""Texts that repeat: the same body again, and what telephones and mailboxes answer by themselves (trust.md B32, B61, B67). Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Enough to tell one body from another.
LONGEST_BODY = 400

# What `body_of` says of texts that a machine wrote, whatever their words.
AUTOMATIC = "(automatic)"


def body_of(texts: Sequence[str]) -> str:
    """What the texts of one turn say, when all of them say one thing: the folded body, or `AUTOMATIC`; empty when they differ."""
    if texts and all(is_automatic(text) for text in texts):
        return AUTOMATIC
    bodies = {folded(text) for text in texts}
    return bodies.pop()[:LONGEST_BODY] if len(bodies) == 1 else ""


def most_equal(texts: Sequence[str]) -> int:
    """How often the most frequent of `texts` occurs among them; texts without words do not count."""
    bodies = [body for text in texts if (body := folded(text))]
    return max((bodies.count(body) for body in set(bodies)), default=0)


def folded(text: str) -> str:
    """`text` for comparing bodies: compatible forms, case, and nothing but letters and digits with single spaces between."""
    kept = (char if unicodedata.category(char)[0] in "LMNS" else " " for char in unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(kept).split())


def is_automatic(text: str) -> bool:
    """Whether `text` reads like what a telephone or a mailbox answers by itself (trust.md B61)."""
    said = folded(text)
    return len(said) <= _LONGEST_AUTOMATIC and _AUTOMATIC.search(said) is not None


_LONGEST_AUTOMATIC = 300
# What the telephones say in their own languages ("Driving" on iPhones and Android, busy and out-of-office texts), as `folded` leaves it.
# Only whole phrases that a person who writes to us for help does not use; a false hit costs one automatic answer, and a human is called.
_PHRASES = (
    # English
    r"^i m (?:currently )?driving(?: right now| now| at the moment| with | and | i ll |$)",
    r"^i am (?:currently )?driving (?:right now|with |and |i will )",
    r"i m not receiving notifications|i m driving with do not disturb|i ll see your message when i get where i m going",
    r"^(?:this is an |an )?(?:automatic|automated|auto) (?:reply|response|message|answer)|^auto ?(?:reply|response)",
    r"^(?:sorry )?i (?:can t|cannot|can not) (?:talk|answer|text|take your call)(?: right)? now"
    r"(?: i ll (?:call|text|get back)| what s up|$)",
    r"i(?: ll| will) (?:get|call|text|message|write) (?:back to you|you back|you) (?:as soon as|when i|later|shortly|soon)",
    r"out of (?:the )?office|away from my (?:desk|phone)|is currently unavailable|this (?:mailbox|number) (?:is not|isn t) monitored",
    r"do not reply to this (?:message|text|number)|thank(?:s| you) for (?:contacting|your message|reaching out)|reply stop to",
    # Spanish, Portuguese, French, Haitian Creole, Italian
    r"(?:estoy|voy) (?:conduciendo|manejando)|respuesta autom[aá]tica|mensaje autom[aá]tico",
    r"te (?:llamo|respondo|contesto) (?:m[aá]s tarde|luego|en cuanto)",
    r"estou (?:dirigindo|a conduzir|conduzindo)|resposta autom[aá]tica|mensagem autom[aá]tica|retorno assim que",
    r"je (?:suis au volant|conduis)|r[eé]ponse automatique|message automatique",
    r"je vous (?:rappelle|r[eé]ponds) (?:plus tard|d[eè]s que)",
    r"m ap kondi|repons otomatik|sto guidando|sono alla guida|risposta automatica|ti richiamo (?:pi[uù] tardi|appena)",
    # German, Polish, Turkish, Indonesian, Tagalog, Vietnamese, Swahili, Romanian
    r"ich fahre gerade|automatische (?:antwort|nachricht)|melde mich (?:sp[aä]ter|sobald)",
    r"prowadz[eę] samoch[oó]d|automatyczna odpowied[zź]|araba kullan[iı]yorum|otomatik (?:yan[iı]t|cevap)",
    r"sedang (?:mengemudi|menyetir)|balasan otomatis|jawapan automatik|nagmamaneho ako|awtomatikong (?:tugon|sagot)",
    r"(?:t[oô]i|m[iì]nh|em) [dđ]ang l[aá]i xe|tr[aả] l[oờ]i t[uự] [dđ][oộ]ng|ninaendesha gari|jibu la kiotomatiki",
    r"conduc acum|r[aă]spuns automat",
    # Russian, Ukrainian
    r"я за рул[её]м|автоответ|автоматический ответ|автоматическое сообщение|я за кермом|автоматична відповідь",
    # Arabic, Persian, Urdu
    r"أقود السيارة|اقود السيارة|رد تلقائي|رسالة تلقائية|در حال رانندگی|پاسخ خودکار|گاڑی چلا رہا|خودکار جواب",
    # Chinese, Japanese, Korean, Thai
    r"正在开车|正在開車|自动回复|自動回覆|自動回復|運転中です|自動返信|自動応答",
    r"운전 ?중|자동 ?(?:응답|회신|답장)|กำลังขับรถ|ตอบกลับอัตโนมัติ|ข้อความอัตโนมัติ",
    # Hindi, Bengali, Punjabi, Nepali
    r"गाड़ी चला (?:रहा|रही)|ड्राइव कर (?:रहा|रही)|स्वचालित (?:उत्तर|जवाब|संदेश)|গাড়ি চালাচ্ছি|স্বয়ংক্রিয় উত্তর|ਗੱਡੀ ਚਲਾ|स्वचालित जवाफ",
)
_AUTOMATIC = re.compile("|".join(unicodedata.normalize("NFKC", phrase) for phrase in _PHRASES))
