"""What chat, desk and practice phone share: safe display, forms, the gate in front of the routes, live streams."""
