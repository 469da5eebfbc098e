// The lessons of lib/framing, live: `npm run demo:framing`.

import type { Course } from '../../lib/terminal/play/course.ts';
import { threeWrites } from './lessons/1-three-writes.ts';
import { chunkLottery } from './lessons/2-chunk-lottery.ts';
import { halfACharacter } from './lessons/3-half-a-character.ts';
import { anatomy } from './lessons/4-anatomy.ts';
import { listAndDict } from './lessons/5-list-and-dict.ts';
import { flippedBit } from './lessons/6-flipped-bit.ts';
import { cutAnywhere } from './lessons/7-cut-anywhere.ts';
import { fourGigabytes } from './lessons/8-four-gigabytes.ts';
import { noEnd } from './lessons/9-no-end.ts';
import { byteByByte } from './lessons/10-byte-by-byte.ts';
import { newlineInside } from './lessons/11-newline-inside.ts';
import { twoWrites } from './lessons/12-two-writes.ts';
import { bothWrite } from './lessons/13-both-write.ts';
import { naiveRooms } from './lessons/14-naive-rooms.ts';

/** The lessons, in order. Each is a file that you can read on its own. */
export const framingCourse: Course = {
  name: 'framing',
  about: 'how programs find messages in the bytes that TCP carries',
  legend: '| chunk   [ ] frame',
  lessons: [
    { name: 'three-writes', title: 'Three writes', play: threeWrites },
    { name: 'chunk-lottery', title: 'The chunk lottery', play: chunkLottery },
    { name: 'half-a-character', title: 'Half a character', play: halfACharacter },
    { name: 'anatomy', title: 'One message in every framing', play: anatomy },
    { name: 'list-and-dict', title: 'A list and a dict', play: listAndDict },
    { name: 'flipped-bit', title: 'One flipped bit', play: flippedBit },
    { name: 'cut-anywhere', title: 'The end, anywhere', play: cutAnywhere },
    { name: 'four-gigabytes', title: 'A length of 4 GiB', play: fourGigabytes },
    { name: 'no-end', title: 'A line without an end', play: noEnd },
    { name: 'byte-by-byte', title: 'One byte per packet', play: byteByByte },
    { name: 'newline-inside', title: 'A newline inside', play: newlineInside },
    { name: 'two-writes', title: 'Two writes, 40 ms', play: twoWrites },
    { name: 'both-write', title: 'Both write, neither reads', play: bothWrite },
    { name: 'naive-rooms', title: 'Three rooms and a slow reader', play: naiveRooms },
  ],
};
