"""Plays scripts on CPython's atexit: a script in JSON a line in, its log a line out.

script_test.go says what a script and a log are.
"""

import atexit
import json
import sys

MAX_CALLS = 30
ERRORS = {"error": ValueError, "panic": KeyboardInterrupt}


def play(script):
    log = []
    calls = 0

    def function(name, body):
        def hook():
            nonlocal calls
            log.append(name + "<")
            calls += 1
            if calls <= MAX_CALLS:
                for step in body.get("steps", []):
                    do(step)
            if "fails" in body:
                raise ERRORS[body["fails"]](name)
            log.append(name + ">")

        return hook

    def do(step):
        verb, _, name = step.partition(" ")
        if verb == "register":
            atexit.register(functions[name])
        elif verb == "unregister":
            atexit.unregister(functions[name])
        elif verb == "clear":
            atexit._clear()
        elif verb == "run":
            log.append("run<")
            atexit._run_exitfuncs()
            log.append("run>")
        else:
            raise ValueError(step)

    functions = {name: function(name, body) for name, body in script["hooks"].items()}
    sys.unraisablehook = lambda u: log.append(f"{u.exc_value}!")
    atexit._clear()
    for step in script["main"]:
        do(step)
    return " ".join(log)


for line in sys.stdin:
    print(play(json.loads(line)), flush=True)
