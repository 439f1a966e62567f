import type { BlastStatus } from '../../../../../messaging/contract/values.ts';
import type { Blast } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { blastWordsIn } from './blast-words.ts';

/** Looks of the console's states that fit a blast's. */
const looks: Record<BlastStatus, string> = {
  draft: '',
  submitted: 'waiting',
  approved: 'verified',
  'handed-over': 'verified',
  scheduled: 'verified',
  running: 'verified',
  paused: 'waiting',
  stopped: 'rejected',
  finished: 'verified',
};

/** A blast's status in words; beside real gateways too, training is marked as such. */
export function StatusChip({ blast }: { blast: Pick<Blast, 'status' | 'gateway'> }) {
  const { words } = useConsole(blastWordsIn);
  return (
    <>
      <span className={`state ${looks[blast.status]}`}>{words.status[blast.status]}</span>
      {blast.gateway === 'emulator' && (
        <>
          {' '}
          <span className="tag">{words.emulator.tag}</span>
        </>
      )}
    </>
  );
}
