import {
  formatInterval,
  type ShareInterval,
} from '../../../../../campaigns/messages/click-share.ts';
import { trialTexts } from '../../../../../messaging/contract/values.ts';
import type {
  BlastDetail,
  TrialOutcome,
} from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { AskRow } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Section } from '../../ui/parts.tsx';
import { blastWordsIn } from './blast-words.ts';

import { trialWordsIn } from './trial-words.ts';

interface TrialProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** How two texts did against each other; the officer who may approve chooses one for the rest. */
export function TrialResult({ detail, reload }: TrialProps) {
  const { words, format } = useConsole(trialWordsIn);
  const { blast, trial } = detail;
  if (blast.trial === null || blast.startedAt === null) return null;
  const { pauseReason, trialChoice } = blast;
  const isOver = blast.endedAt !== null;
  const waits = trial !== null && pauseReason !== 'trial' && trialChoice === null && !isOver;
  return (
    <Section id="trial" title={words.title} level="h3">
      {trial === null && !isOver && <p>{words.sending}</p>}
      {waits && <p>{words.waiting(format.moment(trial.endsAt))}</p>}
      {trial !== null && <Texts trial={trial} />}
      {trial !== null && !waits && <Difference trial={trial} />}
      {trialChoice !== null && <p>{words.chosen[trialChoice]}</p>}
      {pauseReason === 'trial' && !isOver && <Choice detail={detail} reload={reload} />}
    </Section>
  );
}

function Texts({ trial }: { trial: TrialOutcome }) {
  const { words, format } = useConsole(trialWordsIn);
  const { figures } = useConsole(blastWordsIn).words;
  const count = format.number;
  const counted = trial.texts.some(({ installs }) => installs !== null);
  return (
    <FigureTable
      rows={trial.texts}
      keyOf={({ text }) => text}
      columns={[
        [words.text, ({ text }) => words.names[text]],
        [figures.sent, ({ sent }) => count(sent)],
        [words.people, ({ people }) => count(people)],
        [words.share95, ({ clicks }) => <Share share={clicks} />],
        counted && [words.installs, ({ installs }) => (installs === null ? '–' : count(installs))],
      ]}
    />
  );
}

function Difference({ trial: { difference } }: { trial: TrialOutcome }) {
  const { words } = useConsole(trialWordsIn);
  if (difference === null) return null;
  const points = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`;
  const { low, high } = difference;
  const spansZero = low <= 0 && high >= 0;
  return (
    <p className="notice plain">
      {words.difference95(points(difference.difference), points(low), points(high))}{' '}
      <strong>{spansZero ? words.spansZero : words.apart[low > 0 ? 'b' : 'a']}</strong>
    </p>
  );
}

function Choice({ detail: { blast, second }, reload }: TrialProps) {
  const { service, words } = useConsole(trialWordsIn);
  const may = useMay();
  if (!may('blast.approve') || second.bar !== null) return <p className="detail">{words.others}</p>;
  return (
    <>
      <AskRow
        asks={trialTexts.map((text) => ({
          button: words.choose[text],
          look: 'button',
          send: () =>
            service
              .ask('POST /api/blasts/:id/decide-trial', {
                params: { id: blast.id },
                body: { text },
              })
              .finally(reload),
        }))}
      />
      <p className="detail">{words.end}</p>
    </>
  );
}

/** A share with its 95 % interval. */
function Share({ share }: { share: ShareInterval | null }) {
  if (share === null) return '–';
  return (
    <>
      {(100 * share.share).toFixed(1)} % <small>{formatInterval(share)}</small>
    </>
  );
}
