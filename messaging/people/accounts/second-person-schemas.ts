import { z } from 'zod';

/** Why an account decides nothing on what another one made: they may be one person, or one writes for the other. */
export const secondPersonBars = ['own-draft', 'deputy', 'own-guest', 'shared-inviter'] as const;
export type SecondPersonBar = (typeof secondPersonBars)[number];

/** Whether the officer who asks is a second person to those who made something. */
export const secondPerson = z.object({
  bar: z.enum(secondPersonBars).nullable(),
  openedBy: z
    .array(z.string())
    .describe('Names of the officers who opened both accounts, or accounts that opened them'),
});
export type SecondPerson = z.input<typeof secondPerson>;
