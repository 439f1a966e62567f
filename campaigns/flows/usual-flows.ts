import type { z } from 'zod';
import type { flowsSchema } from './flow.ts';

/** Menu of the call for campaigns without their own flow. */
export const usualFlows: z.input<typeof flowsSchema> = {
  call: {
    start: 'menu',
    machine: ['voicemail'],
    wrong: ['wrongKey'],
    end: ['goodbye'],
    nodes: {
      menu: {
        say: ['greeting'],
        ask: ['menu'],
        keys: {
          1: {
            do: 'link',
            say: ['linkSent', 'goodbye'],
            refused: ['goodbye'],
          },
          2: { go: 'menu' },
          3: { language: 'en', go: 'menu' },
          9: {
            do: 'opt-out',
            say: ['neverAgain'],
          },
        },
      },
    },
  },
};
