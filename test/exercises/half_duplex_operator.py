"""A station whose answers are typed: python3 half_duplex_operator.py PORT (H11 to H14)."""

import asyncio
import sys
import threading

import half_duplex
from lines import FLAGS, NOT_TEXT, TOO_LONG, serve

FLAGS.add_argument("--operator", action="store_true")
FLAGS.add_argument("--silence", type=float, default=60)
flags = FLAGS.parse_args()


class Call:
    """One caller: whose turn it is, and what the operator has typed too early."""

    def __init__(self, peer):
        self.peer, self.typed = peer, []
        self.last = None  # why we end the call
        self.heard, self.refused = None, False
        self.answered = asyncio.Event()
        self.turn_is_the_callers()

    def turn_is_the_callers(self):
        self.heard, self.refused = None, False
        self.answered.set()
        late = f"! Silent for {flags.silence:g} s: the line is needed"
        self.timer = asyncio.get_running_loop().call_later(flags.silence, self.hang_up, late)

    def hears(self, words):
        self.timer.cancel()
        self.answered.clear()
        self.heard = words
        print(f"[caller] {words}", flush=True)

    def answer(self):
        if self.heard is not None and self.typed:
            self.peer.say(f"[station] {self.typed.pop(0)}")
            self.turn_is_the_callers()

    def hang_up(self, last):
        self.last = last
        self.peer.task.cancel()

    def judge(self, line):
        """Returns the last line, if the call is over."""
        if line is TOO_LONG:
            return "! Too long: 4096 bytes at most"
        if self.peer.is_http(line):
            return "! This is not HTTP"
        if line == "/quit":
            return "* Goodbye"
        if line is not NOT_TEXT and line.startswith("/") and not line.startswith("//"):
            self.peer.say(f"! Unknown command: {line[:24]} (there is /quit)")
        elif self.heard is not None:
            if not self.refused:
                self.peer.say("! Not your turn: wait for the answer")
            self.refused = True
        elif line is NOT_TEXT:
            self.peer.say("! Rejected: not UTF-8")
        else:
            self.peer.known = True
            self.hears(line[1:] if line.startswith("//") else line)
        return None

    async def converse(self):
        """Returns the last line, if we end the call."""
        async for lines in self.peer.reads():
            for line in lines:
                last = self.judge(line)
                if last:
                    return last
            self.answer()
        await self.answered.wait()  # H9
        return None


class Station:
    def __init__(self):
        self.call, self.attended = None, True

    async def attend(self, peer):
        if not self.attended:
            return await peer.dismiss("! Nobody answers: the operator has left")
        if self.call is not None:
            return await peer.dismiss("! Line busy: one call at a time")
        call = self.call = Call(peer)
        try:
            last = await call.converse()
        except asyncio.CancelledError:
            last = call.last
            if last is None:
                raise
        finally:
            call.timer.cancel()
            self.call = None
        await peer.dismiss(last)

    def types(self, line):
        if line == "":
            self.attended = False
        if self.call is None:
            print("! Nobody is on the line", flush=True)
        elif line == "":
            self.call.hang_up("! Nobody answers: the operator has left")
        elif line == "/quit\n":
            self.call.hang_up("* The station hangs up")
        else:
            self.call.typed.append(line.rstrip("\n"))
            self.call.answer()


async def main():
    station, loop = Station(), asyncio.get_running_loop()

    def keyboard():
        while line := sys.stdin.readline():
            loop.call_soon_threadsafe(station.types, line)
        loop.call_soon_threadsafe(station.types, "")

    threading.Thread(target=keyboard, daemon=True).start()
    attend = station.attend if flags.operator else half_duplex.converse
    await serve(flags, attend, "* The station closes")


asyncio.run(main())
