import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import type { OpenDraft } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

interface DraftNoticesProps {
  open: OpenDraft;
  onReload: () => void;
}

/** Says that the draft was returned, or that something newer was saved or published. */
export function DraftNotices({ open, onReload }: DraftNoticesProps) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const { draft, state } = open;
  const { busy, error, run } = useAction();
  const rebase = () =>
    run(async () => {
      const { id, revision } = await open.settle();
      const body = { revision };
      open.take(await service.ask('POST /api/studio/drafts/:id/rebase', { params: { id }, body }));
    });
  return (
    <>
      {state === 'stale' && (
        <div className="notice bad" role="alert">
          <p>{words.staleWindow}</p>
          <button type="button" className="button quiet" onClick={onReload}>
            {words.reload}
          </button>
        </div>
      )}
      {draft.returnedBy !== null && (
        <div className="notice bad">
          <p>
            <strong>{words.returned(draft.returnedBy)}</strong>
          </p>
          <p>{draft.returnedRemark}</p>
        </div>
      )}
      {draft.isStale && (
        <div className="notice plain">
          <p>{words.stale}</p>
          {draft.conflicts.length > 0 && (
            <p>
              {words.conflicts}: {draft.conflicts.map(({ label }) => label[language]).join(', ')}
            </p>
          )}
          <button type="button" className="button quiet" onClick={rebase} disabled={busy}>
            {words.rebase}
          </button>
          <ErrorNotice error={error} />
        </div>
      )}
    </>
  );
}
