"""People with names, for p2p and p2m (docs/protocol-tcp.md, N)."""

import asyncio
import unicodedata

from lines import FLAGS, NOT_TEXT, TOO_LONG

FLAGS.add_argument("--name-time", type=float, default=30)
FLAGS.add_argument("--queue", type=int, default=262144)
RESERVED = {"server", "system", "admin", "station", "room", "exchange", "you"}
TOGETHER = [{"CJK", "BOPOMOFO"}, {"CJK", "HIRAGANA", "KATAKANA"}, {"CJK", "HANGUL"}]


def key(name):
    """Two names with the same key are one (N4)."""
    return unicodedata.normalize("NFKC", name).casefold()


def is_name(name):
    """N2 and N3. Unicode's name of a letter begins with its script."""
    kinds = [unicodedata.category(letter) for letter in name]
    fits = all(kind[0] == "L" or kind in ("Mn", "Mc", "Nd", "Pc", "Pd") for kind in kinds)
    if not fits or not kinds or kinds[0][0] != "L":
        return False
    if any(kind[0] == "P" and letter not in "_-" for kind, letter in zip(kinds, name)):
        return False
    scripts = {unicodedata.name(x).split()[0] for x, kind in zip(name, kinds) if kind[0] == "L"}
    one_script = len(scripts) == 1 or any(scripts <= all_of for all_of in TOGETHER)
    return one_script and len(name) <= 24 and len(name.encode()) <= 64


class Person:
    def __init__(self, name, peer, queue):
        self.name, self.peer, self.queue = name, peer, queue
        self.slow = False

    def tell(self, line):
        """Waits for nobody: who does not read is sent away (N11, N12)."""
        if self.slow:
            return
        self.slow = self.peer.writer.transport.get_write_buffer_size() > self.queue
        if self.slow:
            self.peer.task.cancel()
        else:
            self.peer.say(line)


class People:
    """Everybody with a name, by key, in the order in which they came."""

    def __init__(self, flags):
        self.flags, self.here = flags, {}

    def find(self, name):
        return self.here.get(key(name))

    async def attend(self, peer):
        peer.say("* Your name?")
        lines = peer.lines()
        try:
            name = await asyncio.wait_for(self.ask(peer, lines), self.flags.name_time)
        except asyncio.TimeoutError:
            return await peer.dismiss("! No name: it took too long")
        if name is None:
            return await peer.dismiss()
        person = self.here[key(name)] = Person(name, peer, self.flags.queue)
        last, patience = "* Goodbye", 1
        try:
            self.joined(person)
            last = await self.listen(person, lines) or last
        except asyncio.CancelledError:
            if not person.slow:
                raise
            last, patience = "! Too slow: read faster", 2
        finally:
            del self.here[key(name)]
            self.left(person)
        await peer.dismiss(last, patience)

    async def ask(self, peer, lines):
        async for line in lines:
            if line is TOO_LONG or peer.is_http(line):
                peer.say("! Too long, or HTTP")
                return None
            if line is NOT_TEXT:
                peer.say("! Rejected: not UTF-8")
                continue
            name = unicodedata.normalize("NFC", line)
            if not is_name(name):
                peer.say("! Invalid name: 1 to 24 letters, digits, _ or -. Your name?")
            elif key(name) in RESERVED:
                peer.say("! Reserved name. Your name?")
            elif self.find(name):
                peer.say("! Taken: somebody is here by that name. Your name?")
            else:
                peer.known = True
                return name

    async def listen(self, person, lines):
        """Returns the last line, if it is not a goodbye."""
        async for line in lines:
            if line is TOO_LONG:
                return "! Too long: 4096 bytes at most"
            if line is NOT_TEXT:
                person.tell("! Rejected: not UTF-8")
            elif line == "/quit":
                return None
            elif line.startswith("//") or not line.startswith("/"):
                self.says(person, line[1:] if line.startswith("//") else line)
            elif not self.command(person, line):
                person.tell(f"! Unknown command: {line[:24]}")
