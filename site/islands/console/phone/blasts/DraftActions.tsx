import { mayFinish } from '../../../../../campaigns/offices/actor.ts';
import type { BlastDetail } from '../../../../../messaging/contract/phone/blasts.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { editPath } from './blast-paths.ts';
import { useBlastWords } from './use-blast-words.ts';

interface DraftActionsProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** Buttons of a draft’s drafter: go on with it, or take it back before it is approved. */
export function DraftActions({ detail, reload }: DraftActionsProps) {
  const { language, service } = useConsole();
  const words = useBlastWords();
  const me = useMe();
  const { busy, error, run } = useAction();
  const { blast, problems } = detail;
  const isOwn = mayFinish(me, blast.drafterId);
  return (
    <>
      {blast.status === 'draft' && blast.remark !== null && (
        <div className="notice bad">
          <p>
            <strong>{words.draft.sentBack}</strong>
          </p>
          <p>{blast.remark}</p>
        </div>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      <Cautions cautions={detail.cautions} />
      <ErrorNotice error={error} />
      {isOwn && blast.status === 'draft' && (
        <p className="row">
          <a className="button" href={editPath(language, blast.id)}>
            {words.draft.goOn}
          </a>
        </p>
      )}
      {isOwn && blast.status === 'submitted' && (
        <div className="notice plain">
          <p>{words.draft.waits}</p>
          <button
            type="button"
            className="button quiet"
            disabled={busy}
            onClick={() =>
              run(async () => {
                await service
                  .ask('POST /api/blasts/:id/withdraw', { params: { id: blast.id } })
                  .finally(reload);
              })
            }
          >
            {words.draft.withdraw}
          </button>
        </div>
      )}
    </>
  );
}

/** Cautions to know before it is submitted or approved. */
export function Cautions({ cautions }: { cautions: BlastDetail['cautions'] }) {
  const { language } = useConsole();
  const words = useBlastWords();
  if (cautions.length === 0) return null;
  return (
    <div className="notice plain">
      <p>
        <strong>{words.draft.cautions}</strong>
      </p>
      <ul>
        {cautions.map((caution) => (
          <li key={caution.en}>{caution[language]}</li>
        ))}
      </ul>
    </div>
  );
}

/** Problems that keep a draft from being submitted or approved. */
export function Problems({ problems }: { problems: BlastDetail['problems'] }) {
  const { language } = useConsole();
  const words = useBlastWords();
  return (
    <div className="notice bad">
      <p>
        <strong>{words.draft.problems}</strong>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.en}>{problem[language]}</li>
        ))}
      </ul>
    </div>
  );
}
