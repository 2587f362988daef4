"""Languages we have no content in, but whose words for stop are known: German, Italian, Polish, Japanese, Portuguese and French kin."""

TABLE = """
stop: abmelden | abbestellen | aufhoren | stornieren | ferma | fermare | annulla | zatrzymaj | wypisz | rezygnuje | 配信停止 | 解除
  停止してください
start: anfangen | inizia | 再開
help: hilfe | aiuto | pomocy | pomoc | 助けて | 助けてください
"""
