"""The practice phone: a made-up phone in the browser, on the same use cases as a real text."""
