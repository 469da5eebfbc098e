"""A room: python3 p2m.py PORT (docs/protocol-tcp.md, T, N and M)."""

import asyncio

from lines import FLAGS, serve
from people import People


class Room(People):
    def tell_all(self, line, but):
        # A list: somebody may be sent away while we go through it.
        for person in list(self.here.values()):
            if person is not but:
                person.tell(line)

    def joined(self, person):
        self.tell_who(person)
        self.tell_all(f"* {person.name} joined ({len(self.here)} here)", person)

    def left(self, person):
        self.tell_all(f"* {person.name} left ({len(self.here)} here)", person)

    def says(self, person, words):
        self.tell_all(f"[{person.name}] {words}", person)

    def command(self, person, line):
        if line == "/who":
            self.tell_who(person)
        return line == "/who"

    def tell_who(self, person):
        """At most 1,000 bytes (M1, M9)."""
        names, size = [], 0
        for other in self.here.values():
            size += len(other.name.encode()) + 2
            if size > 960:
                break
            names.append(other.name)
        more = len(self.here) - len(names)
        person.tell(f"* In the room: {', '.join(names)}{f' … and {more} more' if more else ''}")


flags = FLAGS.parse_args()
asyncio.run(serve(flags, Room(flags).attend, "* The room closes"))
