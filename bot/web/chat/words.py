"""The chat page's own few words. The conversation's words come from the catalogues (flows/); these only label the page.

Drafts outside English: nobody who lives in these languages has checked them yet (docs/chat.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageWords:
    """Labels and sentences of the page in one language."""

    code: str
    direction: str
    intro: str
    traces: str
    your_message: str
    send: str
    leave: str
    you: str
    automatic: str
    human: str
    messages: str
    language: str
    look: str
    lost: str
    too_long: str
    again: str
    broken: str


# In Arabic the number stands between left-to-right marks, or its groups would be shown in reverse.
# The hotline's number and its languages: domain.md 1.1 (voice, 24 hours, interpreters for 200+ languages).
_ALL = (
    PageWords(
        code="en",
        direction="ltr",
        intro="Write when you are ready. You do not have to say your name. A computer answers first. You can ask for a person at any time.",
        traces="“Leave this page” takes everything off the screen at once. The address of this page can stay in the "
        "history of this device.",
        your_message="Your message",
        send="Send",
        leave="Leave this page",
        you="You",
        automatic="Automatic answer",
        human="A person from our team",
        messages="Messages",
        language="Language",
        look="Look for new messages",
        lost="No connection. We keep trying. If this stays, load the page again.",
        too_long="This is too long to send at once. Please send it in shorter parts. Your text is still here.",
        again="This was not sent yet. Your text is still here. Please send it again. If it fails again, allow cookies for this page.",
        broken="This page is not working right now. Your text is still here: please try again soon. To talk now, call "
        "1-888-373-7888, day or night. "
        "In danger, call 911.",
    ),
    PageWords(
        code="es",
        direction="ltr",
        intro="Escriba cuando quiera. No tiene que decir su nombre. Primero contesta una computadora. Puede pedir una "
        "persona en cualquier momento.",
        traces="“Salir de esta página” quita todo de la pantalla enseguida. La dirección de esta página puede quedar en "
        "el historial de este aparato.",
        your_message="Su mensaje",
        send="Enviar",
        leave="Salir de esta página",
        you="Usted",
        automatic="Respuesta automática",
        human="Una persona de nuestro equipo",
        messages="Mensajes",
        language="Idioma",
        look="Ver si hay mensajes nuevos",
        lost="Sin conexión. Seguimos intentando. Si esto no cambia, cargue la página otra vez.",
        too_long="Es demasiado largo para enviarlo de una vez. Por favor envíelo en partes más cortas. Su texto sigue aquí.",
        again="Todavía no se envió. Su texto sigue aquí. Por favor envíelo otra vez. Si vuelve a fallar, permita las "
        "cookies en esta página.",
        broken="Esta página no funciona en este momento. Su texto sigue aquí: intente otra vez pronto. Para hablar ahora, "
        "llame al 1-888-373-7888, "
        "de día o de noche. Si está en peligro, llame al 911.",
    ),
    PageWords(
        code="fr",
        direction="ltr",
        intro="Écrivez quand vous voulez. Vous n’avez pas à dire votre nom. Un ordinateur répond d’abord. Vous pouvez "
        "demander une personne à tout moment.",
        traces="« Quitter cette page » efface tout de l’écran aussitôt. L’adresse de cette page peut rester dans "
        "l’historique de cet appareil.",
        your_message="Votre message",
        send="Envoyer",
        leave="Quitter cette page",
        you="Vous",
        automatic="Réponse automatique",
        human="Une personne de notre équipe",
        messages="Messages",
        language="Langue",
        look="Voir s’il y a de nouveaux messages",
        lost="Pas de connexion. Nous continuons d’essayer. Si cela dure, rechargez la page.",
        too_long="C’est trop long pour un seul envoi. Envoyez-le en plusieurs parties, s’il vous plaît. Votre texte est encore ici.",
        again="Ce n’est pas encore envoyé. Votre texte est encore ici. Envoyez-le de nouveau, s’il vous plaît. Si cela échoue encore, "
        "acceptez les cookies pour cette page.",
        broken="Cette page ne marche pas en ce moment. Votre texte est encore ici : réessayez bientôt. Pour parler "
        "maintenant, appelez le "
        "1-888-373-7888, jour et nuit. En danger, appelez le 911.",
    ),
    PageWords(
        code="ar",
        direction="rtl",
        intro="اكتب لنا متى أردت. لست مضطرًا لذكر اسمك. يجيب الحاسوب أولًا. يمكنك أن تطلب التحدث مع شخص في أي وقت.",
        traces="«مغادرة الصفحة» تمسح كل شيء عن الشاشة فورًا. قد يبقى عنوان هذه الصفحة في سجل التصفح على هذا الجهاز.",
        your_message="رسالتك",
        send="إرسال",
        leave="مغادرة الصفحة",
        you="أنت",
        automatic="رد آلي",
        human="شخص من فريقنا",
        messages="الرسائل",
        language="اللغة",
        look="البحث عن رسائل جديدة",
        lost="لا يوجد اتصال. نواصل المحاولة. إذا استمر ذلك فأعد تحميل الصفحة.",
        too_long="النص أطول من أن يُرسل مرة واحدة. من فضلك أرسله في أجزاء أقصر. نصك ما زال هنا.",
        again="لم يُرسل النص بعد. نصك ما زال هنا. من فضلك أرسله مرة أخرى. إذا لم ينجح ذلك فاسمح بملفات تعريف الارتباط "
        "(cookies) لهذه الصفحة.",
        broken="هذه الصفحة لا تعمل الآن. نصك ما زال هنا: حاول مرة أخرى بعد قليل. للتحدث الآن اتصل بالرقم "
        "\u200e1-888-373-7888\u200e ليلًا أو نهارًا. "
        "إذا كنت في خطر فاتصل بالرقم 911.",
    ),
    PageWords(
        code="zh",
        direction="ltr",
        intro="想写的时候就写。不用说名字。先由电脑回答。您随时可以要求和真人交谈。",
        traces="按“离开此页”会马上清空屏幕。此页的网址可能会留在这台设备的浏览记录里。",
        your_message="您的消息",
        send="发送",
        leave="离开此页",
        you="您",
        automatic="自动回复",
        human="我们团队的工作人员",
        messages="消息",
        language="语言",
        look="查看新消息",
        lost="没有连接。我们会继续尝试。如果一直这样，请重新打开此页。",
        too_long="文字太长，不能一次发送。请分成几段发送。您的文字还在这里。",
        again="还没有发送。您的文字还在这里。请再发一次。如果还是不行，请允许此页使用 cookie。",
        broken="此页现在不能使用。您的文字还在这里，请过一会儿再试。想马上交谈，请拨打 1-888-373-7888，日夜都有人接听。有危险请拨打 911。",
    ),
    PageWords(
        code="ru",
        direction="ltr",
        intro="Пишите, когда будете готовы. Имя называть не нужно. Сначала отвечает компьютер. Вы можете в любой момент "
        "попросить человека.",
        traces="«Покинуть страницу» сразу убирает всё с экрана. Адрес этой страницы может остаться в истории этого устройства.",
        your_message="Ваше сообщение",
        send="Отправить",
        leave="Покинуть страницу",
        you="Вы",
        automatic="Автоматический ответ",
        human="Человек из нашей команды",
        messages="Сообщения",
        language="Язык",
        look="Проверить новые сообщения",
        lost="Нет связи. Мы продолжаем попытки. Если это не проходит, откройте страницу ещё раз.",
        too_long="Текст слишком длинный, чтобы отправить его сразу. Пожалуйста, отправьте его частями. Ваш текст ещё здесь.",
        again="Текст ещё не отправлен. Он остался здесь. Пожалуйста, отправьте его ещё раз. Если снова не получится, "
        "разрешите этой странице cookie.",
        broken="Страница сейчас не работает. Ваш текст ещё здесь: попробуйте чуть позже. Чтобы поговорить сейчас, звоните "
        "1-888-373-7888, днём и ночью. "
        "Если вы в опасности, звоните 911.",
    ),
)
PAGE_WORDS: Mapping[str, PageWords] = {words.code: words for words in _ALL}


def page_words(chosen: str | None, spoken: str | None, accepted: str) -> PageWords:
    """The words to use: the language chosen in the menu, else the conversation's, else the browser's "
    "(`Accept-Language`), else English."""
    for code in (chosen, spoken, *_by_preference(accepted)):
        base = (code or "").split("-")[0].lower()
        if base in PAGE_WORDS:
            return PAGE_WORDS[base]
    return PAGE_WORDS["en"]


def _by_preference(accepted: str) -> Sequence[str]:
    """The codes of an `Accept-Language` header, the best liked first (RFC 9110, 12.5.4)."""
    weighted: list[tuple[float, str]] = []
    for part in accepted[:500].split(","):
        code, _, parameter = part.strip().partition(";")
        weighted.append((-_weight(parameter), code.strip()))
    return [code for _, code in sorted(weighted, key=lambda each: each[0])]


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
