"""An exchange: python3 p2p.py PORT (docs/protocol-tcp.md, T, N and P)."""

import asyncio

from lines import FLAGS, serve
from people import People


class Exchange(People):
    def __init__(self, flags):
        super().__init__(flags)
        self.partner = {}  # partner[partner[a]] is a, always (P16)
        self.calling = {}  # whom somebody called last (P5)
        self.told = set()  # (caller, called) of calls that the called one knows of (P6)

    def joined(self, person):
        person.tell(f"* Hello {person.name}: /to NAME calls somebody")

    def says(self, person, words):
        if person in self.partner:
            self.partner[person].tell(f"[{person.name}] {words}")
        else:
            person.tell("! Nobody is listening: call somebody with /to NAME")

    def command(self, person, line):
        verb, *names = line.split()
        if verb == "/to" and names:
            self.call(person, names[0])
        elif line == "/bye":
            self.bye(person)
        else:
            return False
        return True

    def call(self, person, name):
        called = self.find(name)
        if called is None:
            person.tell(f"! Nobody here is called {name[:24]}")
        elif called is person:
            person.tell("! That is you")
        elif person in self.partner:
            person.tell(f"! You are paired with {self.partner[person].name}: /bye parts")
        elif called in self.partner:
            person.tell(f"! {called.name} is busy: try again later")
        elif self.calling.get(called) is person:
            self.pair(person, called)
        else:
            self.ring(person, called)

    def ring(self, person, called):
        self.calling[person] = called
        if (person, called) in self.told:
            person.tell(f"* Still calling {called.name}")
            return
        self.told.add((person, called))
        person.tell(f"* Calling {called.name}")
        called.tell(f"* {person.name} calls: /to {person.name} answers")

    def pair(self, one, other):
        self.forget_calls(one)
        self.forget_calls(other)
        self.partner[one], self.partner[other] = other, one
        one.tell(f"* Paired with {other.name}")
        other.tell(f"* Paired with {one.name}")

    def forget_calls(self, person):
        self.calling.pop(person, None)
        self.told = {call for call in self.told if person not in call}

    def bye(self, person):
        if person not in self.partner:
            person.tell("! You are not paired")
            return
        person.tell(f"* You left {self.partner[person].name}")
        self.part(person)

    def part(self, person):
        partner = self.partner.pop(person, None)
        if partner is not None:
            del self.partner[partner]
            partner.tell(f"* {person.name} is gone: you are free again")

    def left(self, person):
        self.part(person)
        self.forget_calls(person)
        self.calling = {one: to for one, to in self.calling.items() if to is not person}


flags = FLAGS.parse_args()
asyncio.run(serve(flags, Exchange(flags).attend, "* The exchange closes"))
