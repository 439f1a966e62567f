import { z } from 'zod';
import { bilingual } from '../../bilingual.ts';
import { id } from '../../id.ts';

/** Subjects of a shot; each has its own drawing. */
export const shotKinds = ['lost', 'far', 'taps', 'receipt', 'code'] as const;
export type ShotKind = (typeof shotKinds)[number];

const shot = z.strictObject({
  id,
  kind: z.enum(shotKinds),
  seconds: z.number().positive(),
  lines: z
    .array(bilingual)
    .min(1)
    .max(3)
    .describe('What stands in the picture; ` | ` marks where a line may break'),
  icons: z.array(z.string()).default([]).describe('Names of icons in assets/icons/phosphor'),
  voice: bilingual.describe(
    'What is spoken during the shot; English is a translation for the reader',
  ),
  caption: bilingual.describe('What stands below for those who do not hear it'),
  picture: bilingual.describe('What is seen, for the script that the certification board reads'),
});

const fact = z.strictObject({
  name: bilingual,
  value: bilingual.nullable().describe('null: nobody has confirmed it yet'),
});

export const filmSchema = z
  .strictObject({
    title: bilingual,
    synopsis: bilingual,
    shots: z.array(shot).min(2),
    facts: z.array(fact).describe('For the sheet of the certification board'),
    networks: z
      .array(z.strictObject({ ask: bilingual, confirmed: z.boolean() }))
      .describe('What networks of theatres ask of a file'),
    cinema: z
      .strictObject({
        title: z
          .string()
          .regex(/^[A-Za-z0-9-]{1,15}$/)
          .describe('As projectionists read it in the name of the package'),
        version: z.int().min(1).max(99),
        territory: z.string().regex(/^[A-Z]{2,3}$/),
        rating: z
          .string()
          .regex(/^[A-Z0-9]{1,4}$/)
          .nullable()
          .describe('Of the certificate; null before there is one'),
        studio: z.string().regex(/^[A-Z0-9]{2,4}$/),
        facility: z.string().regex(/^[A-Z0-9]{2,4}$/),
      })
      .describe('For the name of the D-cinema package (ISDCF Document 9)'),
    loudness: z
      .strictObject({
        web: z.number().max(0).describe('LUFS, integrated'),
        truePeak: z.number().max(0).describe('dBTP'),
      })
      .describe('Aim of the sound of what is shown on phones and sites'),
  })
  .superRefine(({ shots }, context) => {
    const seconds = filmSeconds({ shots });
    if (seconds < shortest || seconds > longest) {
      context.addIssue({
        code: 'custom',
        path: ['shots'],
        message: `Expected ${shortest} to ${longest} seconds in all (minutes, item 1A), got ${seconds}`,
      });
    }
    for (const [at, { kind, lines, seconds: own }] of shots.entries()) {
      if (kind === 'taps' && lines.length !== 3)
        context.addIssue({
          code: 'custom',
          path: ['shots', at, 'lines'],
          message: `Expected three lines, one a tap, got ${lines.length}`,
        });
      if ((kind === 'code') !== (at === shots.length - 1))
        context.addIssue({
          code: 'custom',
          path: ['shots', at, 'kind'],
          message: `Expected the code in the last shot and only there, got ${kind}`,
        });
      if (Math.abs(own * 10 - Math.round(own * 10)) > 1e-9)
        context.addIssue({
          code: 'custom',
          path: ['shots', at, 'seconds'],
          message: `Expected tenths of a second, got ${own}`,
        });
    }
  });

export type Film = z.infer<typeof filmSchema>;
export type Shot = Film['shots'][number];

/** Minutes of 27.03.2019, item 1A: 15 to 20 seconds. */
const shortest = 15;
const longest = 20;

/** Length of the whole film. */
export function filmSeconds({ shots }: Pick<Film, 'shots'>): number {
  return Math.round(shots.reduce((sum, { seconds }) => sum + seconds, 0) * 10) / 10;
}

/** Each shot with the seconds at which it begins and ends. */
export function shotTimes({
  shots,
}: Pick<Film, 'shots'>): { shot: Shot; from: number; to: number }[] {
  let from = 0;
  return shots.map((entry) => {
    const to = Math.round((from + entry.seconds) * 10) / 10;
    const times = { shot: entry, from, to };
    from = to;
    return times;
  });
}
