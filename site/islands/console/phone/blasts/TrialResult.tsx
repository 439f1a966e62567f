import {
  formatInterval,
  type ShareInterval,
} from '../../../../../campaigns/messages/click-share.ts';
import { trialTexts } from '../../../../../messaging/contract/values.ts';
import type {
  BlastDetail,
  TrialOutcome,
} from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useBlastWords } from './blast-words.ts';
import { trialWordsIn } from './trial-words.ts';

interface TrialProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** How two texts did against each other; the officer who may approve chooses one for the rest. */
export function TrialResult({ detail, reload }: TrialProps) {
  const { language } = useConsole();
  const words = trialWordsIn(language);
  const { blast, trial } = detail;
  if (blast.trial === null || blast.startedAt === null) return null;
  const { pauseReason, trialChoice } = blast;
  const isOver = blast.endedAt !== null;
  const waits = trial !== null && pauseReason !== 'trial' && trialChoice === null && !isOver;
  return (
    <section aria-labelledby="trial">
      <h3 id="trial">{words.title}</h3>
      {trial === null && !isOver && <p>{words.sending}</p>}
      {waits && <p>{words.waiting(formatMoment(trial.endsAt, language))}</p>}
      {trial !== null && <Texts trial={trial} />}
      {trial !== null && !waits && <Difference trial={trial} />}
      {trialChoice !== null && <p>{words.chosen[trialChoice]}</p>}
      {pauseReason === 'trial' && !isOver && <Choice detail={detail} reload={reload} />}
    </section>
  );
}

function Texts({ trial }: { trial: TrialOutcome }) {
  const { language } = useConsole();
  const { figures } = useBlastWords();
  const words = trialWordsIn(language);
  const count = (value: number) => formatNumber(value, language);
  const counted = trial.texts.some(({ installs }) => installs !== null);
  return (
    <table className="figures-table">
      <thead>
        <tr>
          <th scope="col">{words.text}</th>
          <th scope="col">{figures.sent}</th>
          <th scope="col">{words.people}</th>
          <th scope="col">{words.share95}</th>
          {counted && <th scope="col">{words.installs}</th>}
        </tr>
      </thead>
      <tbody>
        {trial.texts.map(({ text, sent, people, clicks, installs }) => (
          <tr key={text}>
            <th scope="row">{words.names[text]}</th>
            <td>{count(sent)}</td>
            <td>{count(people)}</td>
            <ShareCell share={clicks} />
            {counted && <td>{installs === null ? '–' : count(installs)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Difference({ trial: { difference } }: { trial: TrialOutcome }) {
  const words = trialWordsIn(useConsole().language);
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
  const { service, language } = useConsole();
  const words = trialWordsIn(language);
  const may = useMay();
  const { busy, error, run } = useAction();
  if (!may('blast.approve') || second.bar !== null) return <p className="detail">{words.others}</p>;
  return (
    <>
      <ErrorNotice error={error} />
      <div className="row">
        {trialTexts.map((text) => (
          <button
            key={text}
            type="button"
            className="button"
            disabled={busy}
            onClick={() =>
              run(async () => {
                await service
                  .ask('POST /api/blasts/:id/decide-trial', {
                    params: { id: blast.id },
                    body: { text },
                  })
                  .finally(reload);
              })
            }
          >
            {words.choose[text]}
          </button>
        ))}
      </div>
      <p className="detail">{words.end}</p>
    </>
  );
}

/** A share with its 95 % interval, as a cell of a table. */
function ShareCell({ share }: { share: ShareInterval | null }) {
  return (
    <td>
      {share === null ? '–' : `${(100 * share.share).toFixed(1)} %`}{' '}
      {share !== null && <small>{formatInterval(share)}</small>}
    </td>
  );
}
