import type { RecordingScript } from '../../../campaigns/channels/radio/script.ts';
import { heardNowWords, unheardWords } from '../../../campaigns/words/take-words.ts';
import { auditedBy, type DoOrHold, describeMaker } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sortTakes, textHash } from './current-takes.ts';
import { airTake, findTake, latestTakes, wasSentTo, withdrawTake } from './takes-sql.ts';

/** A recording that is to be played, by its id. */
export type Air = DoOrHold<{ id: number }, void>;
export const airKind = 'take.air';

/** The door to what citizens hear: nobody else hears a recording before a second officer has. */
export function openAir(
  { heldActs }: Pick<House, 'heldActs'>,
  scripts: readonly RecordingScript[],
  onChanged: () => Promise<void>,
): Air {
  return heldActs.open({
    kind: airKind,
    title: ['नागरिकों को सुनाई देने वाली रिकॉर्डिंग', 'Recording that citizens will hear'],
    may: 'take.record',
    async judge(tx, { id }) {
      const take = await findTake(tx, id);
      const script = scripts.find((each) => each.id === take?.script);
      if (
        script === undefined ||
        take?.status !== 'waiting' ||
        take.withdrawnAt !== null ||
        take.textSha256 !== textHash(script)
      )
        throw new Refusal('no-such-take');
      const { current } = sortTakes(script, await latestTakes(tx));
      const before = current === undefined ? null : heardNowWords;
      return {
        changes: [
          { what: script.title, before, after: script.text, sound: `/api/takes/${id}/mp3` },
        ],
        findings: [{ code: 'unheard', ...unheardWords, noReason: true }],
      };
    },
    async apply(tx, { id }, by) {
      if (by.checker !== null && !(await wasSentTo(tx, id, by.checker.id)))
        throw new Refusal('not-heard');
      const { script } = await airTake(tx, id);
      const after = { script, status: 'mastered', ...describeMaker(by) };
      await writeAudit(tx, {
        ...auditedBy(by),
        action: 'take.air',
        subject: `take/${id}`,
        before: { status: 'waiting' },
        after,
      });
    },
    async ended(tx, { id }) {
      await withdrawTake(tx, id, 'waiting');
    },
    accepted: onChanged,
  });
}
