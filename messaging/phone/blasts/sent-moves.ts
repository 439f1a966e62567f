import type { Change } from '../../../campaigns/held-acts/effect.ts';
import { nameFigure } from '../../../campaigns/words/effect-words.ts';
import { readSentTallies } from '../../figures/progress/tallies-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Blast } from './blast.ts';

/** The public totals of messages or calls as they are, and with so many more sent and so many more proved. */
export async function listSentMoves(
  tx: Queryable,
  { channel }: Pick<Blast, 'channel'>,
  { sent, delivered }: Record<'sent' | 'delivered', number>,
): Promise<Change[]> {
  const measure = channel === 'ivr' ? 'calls' : 'messages';
  const tallies = (await readSentTallies(tx)).filter((tally) => tally.measure === measure);
  return [false, true].map((isProved) => {
    const own = tallies.filter(({ verified }) => verified || !isProved);
    const before = own.reduce((sum, { count }) => sum + count, 0);
    return {
      what: nameFigure(measure, isProved),
      before,
      after: before + (isProved ? delivered : sent),
    };
  });
}
