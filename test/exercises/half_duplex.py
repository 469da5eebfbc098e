"""A station: python3 half_duplex.py PORT (docs/protocol-tcp.md, T and H)."""

import asyncio

from lines import FLAGS, NOT_TEXT, TOO_LONG, serve


async def converse(peer):
    async for lines in peer.reads():
        # All that one read has brought is judged before anything is answered (H4).
        heard, refused = None, False
        for line in lines:
            mine = heard is not None  # whether the turn is the station's
            if line is TOO_LONG:
                return await peer.dismiss("! Too long: 4096 bytes at most")
            if peer.is_http(line):
                return await peer.dismiss("! This is not HTTP")
            if line == "/quit":
                return await peer.dismiss("* Goodbye")
            if line is not NOT_TEXT and line.startswith("/") and not line.startswith("//"):
                peer.say(f"! Unknown command: {line[:24]} (there is /quit)")
            elif mine:
                if not refused:
                    peer.say("! Not your turn: wait for the answer")
                refused = True
            elif line is NOT_TEXT:
                peer.say("! Rejected: not UTF-8")
            else:
                heard = line[1:] if line.startswith("//") else line
                peer.known = True
        if heard is not None:
            peer.say(f"[station] {heard.upper()}")
            await peer.writer.drain()
    peer.end()


if __name__ == "__main__":
    asyncio.run(serve(FLAGS.parse_args(), converse, "* The station closes"))
