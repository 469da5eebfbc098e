import type { Page } from '../page.ts';

export const page: Page = {
  name: 'bench-framing.md',
  script: 'bench:framing',
  introduction: `# How fast is a framing?

\`npm run bench:framing\` puts the same chunks through our decoders and through the packages that people use
for it, each as its README has it (test/bench/framing/peers), each in a process of its own. The peers of a
cell take turns, round after round; a figure is the median of the rounds, in frames per second of *processor*
time. In the first round every byte of every frame is compared with what was sent; in the others the frames
are counted, and their lengths and some of their characters summed up: a peer that loses, glues or changes a
frame has no figures. Read the **ratios**: they compare programs in the same minutes on the same machine.
Text is compared with text and bytes with bytes.

What a frame is made of decides much. A *view* is a window on the chunk it came in: quick to make, and who
keeps one of 16 bytes keeps 64 KiB alive. Text out of \`split\` is such a window as well. Ours are copies, or
text that shares memory with a few of its neighbours only: see the table of what is kept. A copy of more than 64 bytes costs V8 an
allocation outside of its heap, 0.5 µs and more, so cells of bytes of 128 B and 1 KiB peers that share memory are ahead.
The least a loop by hand takes for a line of 16 B, without a limit or an error, is about two thirds of what
ours takes: so the targets for tiny lines were set too high for V8.
Ours also have a limit, strict UTF-8, an end that tells a cut frame, and a place for each error; most peers
have none of them.`,
};
