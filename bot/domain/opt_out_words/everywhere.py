"""Words that people mix into texts of any language, and look-alikes of no language."""

TABLE = """
polite: ok{,ay,ey} | pl{ea,}s{e,} | plz | pls | thanks | thank you | thx | hi | hello | hey | sorry | sir | madam | bye
stop: stop | stopp | stopall | stop all | unsubscribe | unsub | optout | opt out | sms stop | stop sms
alone: cancel | end | quit | revoke | remove | td
start: start | unstop | optin | opt in
help: help | help me | sos | info
message: sms | smses
"""
