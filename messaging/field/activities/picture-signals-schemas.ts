import { z } from 'zod';
import { bilingual } from '../../contract/route.ts';

const km = z.number().describe('As the crow flies');

/** A reason to look at a board's picture more closely. */
export const namedSignal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('far-from-station'), km }),
  z.object({ kind: z.literal('far-from-district'), km }),
  z.object({
    kind: z.literal('same-surroundings'),
    station: z.string().describe('Whose picture shows the same around the board'),
    name: bilingual,
  }),
  z.object({ kind: z.literal('dots') }),
  z.object({ kind: z.literal('edited'), editor: z.string() }),
  z.object({ kind: z.literal('quick'), boards: z.int() }),
]);
export type NamedSignal = z.output<typeof namedSignal>;

export const pictureSignals = z
  .array(namedSignal)
  .describe('What somebody should look at in the picture: never a verdict');
