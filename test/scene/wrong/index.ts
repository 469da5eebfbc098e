import { answersTwice } from './answers-twice.ts';
import { dropsTheLastAnswer } from './drops-the-last-answer.ts';
import { greetsFirst } from './greets-first.ts';
import { hearsEverything } from './hears-everything.ts';
import { keepsItsSideOpen } from './keeps-its-side-open.ts';
import { losesPatience } from './loses-patience.ts';
import { replies } from './replies.ts';
import { servesOnce } from './serves-once.ts';
import { stealsThePartner } from './steals-the-partner.ts';
import { swallowsTheHalf } from './swallows-the-half.ts';
import { takesEveryCall } from './takes-every-call.ts';

/** Servers that are wrong on purpose. wrong.test.ts has the scene that convicts each. */
export const wrong = {
  answersTwice,
  dropsTheLastAnswer,
  greetsFirst,
  hearsEverything,
  keepsItsSideOpen,
  losesPatience,
  replies,
  servesOnce,
  stealsThePartner,
  swallowsTheHalf,
  takesEveryCall,
};
