"""One character folded for comparison: case, accents, look-alikes, width, script variants. Pure tables, no text is kept.

Folding loses distinctions on purpose, and the phrases are folded by the same function, so a phrase written with care still matches
a text typed without accents, with Arabic letters of another keyboard, or in traditional characters.
"""

from __future__ import annotations

import unicodedata

# Letters that compatibility decomposition leaves alone but people type for one another.
_LETTERS = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        # Arabic script: hamza seats, final forms, Persian, Urdu and Pashto variants.
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ٲ": "ا",
        "ى": "ي",
        "ئ": "ي",
        "ی": "ي",
        "ې": "ي",
        "ۍ": "ي",
        "ے": "ي",
        "ۓ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ۂ": "ه",
        "ک": "ك",
        "ګ": "گ",
        "ـ": "",
        # Cyrillic of Ukrainian keyboards and of hurried typing.
        "ґ": "г",
        "ё": "е",
        # Ethiopic letters that sound alike are listed by _same_sound below.
    }
)

# Traditional characters (of the phrases' vocabulary) to simplified.
_TRADITIONAL = (
    "殺杀槍枪鎖锁門门們们個个來来開开關关這这麼么沒没說说話话嗎吗給给錢钱還还過过後后時时間间裡里裏里會会爾尔兒儿媽妈護护證证動动強强賣卖買买帶带車车從从樓楼報报醫医藥药傷伤斷断餓饿飯饭讓让許许離离單单發发現现實实樣样變变問问題题聽听見见觀观監监"
    "視视蹤踪趕赶誰谁嚇吓壞坏歲岁學学業业習习應应該该債债條条處处幫帮請请謝谢認认識识記记錄录紀纪點点歡欢愛爱國国區区東东華华語语漢汉書书聞闻網网頁页電电腦脑機机聯联繫系絡络號号碼码線线雙双隻只幾几無无對对於于與与為为裝装場场廠厂戶户農农漁渔縣县"
    "鄉乡鎮镇親亲孫孙姪侄滅灭滿满顧顾難难雖虽雜杂雞鸡麵面體体髒脏鬆松鬥斗鬧闹慘惨懷怀產产嬰婴燒烧熱热氣气氫氢災灾劍剑奪夺隸隶婦妇騙骗綁绑縛缚繩绳籠笼牆墙欄栏攔拦擋挡擊击掙挣搶抢臉脸頭头髮发頸颈臟脏腸肠腳脚腫肿膽胆膚肤嘔呕嗆呛噴喷噁恶慾欲懲惩罰罚"
    "憂忧憤愤戰战戲戏據据擔担擾扰攜携敗败數数暈晕暫暂極极樂乐歸归歷历殘残毀毁漲涨溫温潛潜濕湿灣湾煙烟燈灯爺爷牽牵獄狱獨独獲获瘋疯療疗癮瘾盜盗盡尽眾众睜睁瞞瞒礙碍禍祸稅税種种稱称穩稳窮穷竊窃筆笔節节範范築筑簡简簽签籤签糧粮級级紅红約约終终結结絕绝"
    "統统經经維维緊紧綠绿緩缓練练總总織织續续罵骂職职脅胁脫脱臨临舉举舊旧艱艰莊庄蘋苹虛虚蟲虫衝冲補补複复襲袭規规覺觉訂订計计討讨訊讯訓训設设訴诉診诊評评詞词試试詢询誤误調调談谈論论諾诺講讲議议譯译讀读負负財财貧贫貨货責责貴贵費费貼贴資资賊贼賓宾"
    "賞赏賠赔賴赖質质賬账賭赌贏赢趙赵跡迹踐践軍军軟软較较載载輕轻輛辆輪轮輸输轉转辦办辭辞邊边遊游運运達达違违遞递遠远適适遲迟選选遺遗鄰邻醜丑釋释針针鋼钢錯错鍋锅鏟铲鐵铁鑰钥長长閃闪閉闭闆板隊队陽阳階阶際际隨随險险隱隐靈灵靜静頂顶項项順顺須须預预"
    "領领頓顿願愿類类顯显飛飞飲饮養养館馆駕驾騎骑驗验驚惊魚鱼鳥鸟黃黄黨党齊齐齡龄龍龙龜龟佔占併并侶侣倉仓偽伪傳传僅仅僱雇價价儀仪儘尽優优兇凶剛刚創创劃划劇剧劑剂勁劲勞劳勢势勝胜匯汇協协卻却厭厌參参叢丛吳吴員员啞哑啟启喚唤喪丧嗚呜嘗尝嚴严囉啰圍围"
    "園园圓圆圖图團团執执堅坚塊块塵尘壓压壯壮壽寿夠够夢梦夥伙奧奥奮奋妝妆孃娘寶宝審审寫写寬宽將将專专尋寻導导屍尸屬属岡冈島岛峽峡師师帳账幣币幹干庫库廁厕廚厨廢废廣广廳厅張张彈弹彎弯彙汇徑径復复恆恒恥耻悶闷惡恶惱恼態态慚惭慣惯慮虑慶庆"
)
_SIMPLIFIED = {_TRADITIONAL[i]: _TRADITIONAL[i + 1] for i in range(0, len(_TRADITIONAL) - 1, 2)}

# Cyrillic and Greek letters that look like a Latin one (lower case, and what their capitals look like).
LOOKS_LATIN = {
    "а": "a", "в": "b", "е": "e", "ѕ": "s", "і": "i", "ј": "j", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
    "т": "t", "у": "y", "х": "x", "ԁ": "d", "һ": "h", "ԛ": "q", "ԝ": "w", "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i",
    "κ": "k", "μ": "u", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ѵ": "v", "ɡ": "g", "ѐ": "e",
}  # fmt: skip
LOOKS_CYRILLIC = {latin: cyrillic for cyrillic, latin in LOOKS_LATIN.items() if "а" <= cyrillic <= "я"}

# Digits and signs typed for letters inside a word ("k1ll", "g@n").
LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}

APOSTROPHES = frozenset("'’‘`´ʼʻ＇\u02bf\u02be")
SENTENCE_ENDS = frozenset(".!?。！？؟।…\n\r።၊။‼⁉\u2028\u2029")
CLAUSE_ENDS = frozenset(',;:，；：、،؛()[]{}—–"“”«»「」『』፣፤•|')

_ETHIOPIC_SAME_SOUND = ((0x1210, 0x1200), (0x1280, 0x1200), (0x1220, 0x1230), (0x12D0, 0x12A0), (0x1340, 0x1338))
_REGIONAL_A = 0x1F1E6


def _is_loose_mark(code: int) -> bool:
    """Whether this combining mark is decoration (accents, harakat, Zalgo), not a vowel of an Indic or Thai syllable."""
    return (
        0x0300 <= code <= 0x036F
        or 0x0483 <= code <= 0x0489
        or 0x0591 <= code <= 0x05C7
        or 0x0610 <= code <= 0x061A
        or 0x064B <= code <= 0x065F
        or code == 0x0670
        or 0x06D6 <= code <= 0x06ED
        or 0x08D3 <= code <= 0x08FF
        or 0x1AB0 <= code <= 0x1AFF
        or 0x1DC0 <= code <= 0x1DFF
        or 0x20D0 <= code <= 0x20FF
        or 0xFE20 <= code <= 0xFE2F
        or code in (0x093C, 0x09BC, 0x0A3C, 0x0ABC, 0x135D, 0x135E, 0x135F)
    )


def _ethiopic(code: int) -> int:
    for other, kept in _ETHIOPIC_SAME_SOUND:
        if other <= code <= other + 6:
            return kept + code - other
    return code


def _fold(ch: str) -> str:
    code = ord(ch)
    category = unicodedata.category(ch)
    if category in ("Cf", "Cs", "Co", "Cn") or 0xFE00 <= code <= 0xFE0F or 0x1F3FB <= code <= 0x1F3FF:
        return ""
    if category == "Cc":
        return " " if ch in "\t\n\r\v\f\x85" else ""
    if _REGIONAL_A <= code <= _REGIONAL_A + 25:
        return chr(ord("a") + code - _REGIONAL_A)
    if category == "Nd":
        return str(unicodedata.digit(ch))
    if 0xAC00 <= code <= 0xD7A3:
        return ch
    if 0x1200 <= code <= 0x137F:
        return chr(_ethiopic(code)) if not _is_loose_mark(code) else ""
    if ch in _SIMPLIFIED:
        return _SIMPLIFIED[ch]
    parts = "".join(part for part in unicodedata.normalize("NFKD", ch) if not _is_loose_mark(ord(part)))
    return parts.casefold().translate(_LETTERS)


class _Folds(dict[str, str]):
    """Remembers each character's folding; at most one entry a code point."""

    def __missing__(self, ch: str) -> str:
        folded = _fold(ch)
        self[ch] = folded
        return folded


FOLDS = _Folds()
