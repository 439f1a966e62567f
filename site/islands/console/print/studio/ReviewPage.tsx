import { useState } from 'react';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { DraftView } from '../../../../../messaging/contract/print/studio.ts';
import { SecondPersonNote } from '../../people/accounts/SecondPersonNote.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, Field, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { ChangeList } from './ChangeList.tsx';
import { EmblemPicture } from './EmblemField.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { editPath } from './studio-paths.ts';
import { useStudioWords } from './use-studio-words.ts';

/** What the other officer decides by: each field old and new, and the draft as it will be printed. */
export function ReviewPage({ draft, onDone }: { draft: DraftView; onDone: () => void }) {
  const { language } = useConsole();
  const words = useStudioWords();
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      {told !== null && (
        <Outcome tone="good">
          <p>{told}</p>
        </Outcome>
      )}
      <h2 className="studio-title">
        {draft.rolledBackTo === null
          ? words.draftOf(draft.author)
          : words.rollbackTo(draft.rolledBackTo)}
      </h2>
      <p className="detail">
        {draft.author} · {formatMoment(draft.submittedAt ?? draft.changedAt, language)}
      </p>
      {draft.remark !== '' && <p className="studio-remark">{draft.remark}</p>}
      <div className="studio-editor">
        <div className="studio-form-side">
          <ChangeList changes={draft.changes} />
          {draft.emblemChanged && (
            <div className="studio-emblems">
              <EmblemPicture svg={draft.publishedEmblem} label={words.emblemBefore} />
              <EmblemPicture svg={draft.emblem} label={words.emblemNow} />
            </div>
          )}
          {told === null && <Decision draft={draft} onTold={setTold} onDone={onDone} />}
        </div>
        <div className="studio-proof-side">
          <ProofPanel draft={draft} content={draft.content} />
        </div>
      </div>
    </>
  );
}

interface DecisionProps {
  draft: DraftView;
  onTold: (text: string) => void;
  onDone: () => void;
}

function Decision({ draft, onTold, onDone }: DecisionProps) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const { role } = useMe();
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAction();
  const { id, revision } = draft;
  if (draft.isOwn && draft.status === 'submitted')
    return (
      <div className="notice plain">
        <p>{words.submitted}</p>
        <ErrorNotice error={error} />
        <button
          type="button"
          className="button quiet"
          disabled={busy}
          onClick={() =>
            run(async () => {
              await service.ask('POST /api/studio/drafts/:id/withdraw', {
                params: { id },
                body: { revision },
              });
              location.assign(editPath(language, id));
            })
          }
        >
          {words.withdraw}
        </button>
      </div>
    );
  if (draft.status !== 'submitted') return <p className="notice plain">{words.notOpen}</p>;
  if (!rolesFor('studio.approve').includes(role)) return null;
  const { second } = draft;
  if (second?.bar === 'administrator-waits')
    return <p className="notice plain">{words.administratorWaits}</p>;
  const note = second !== null && <SecondPersonNote second={{ ...second, bar: second.bar }} />;
  if (second?.bar != null) return note;
  return (
    <div className="studio-decision">
      {note}
      <ErrorNotice error={error} />
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() =>
          run(async () => {
            const { number } = await service.ask('POST /api/studio/drafts/:id/approve', {
              params: { id },
              body: { revision },
            });
            onTold(words.approved(number));
          })
        }
      >
        {words.approve}
      </button>
      <Field label={words.reason}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
      </Field>
      <button
        type="button"
        className="button quiet"
        disabled={busy || reason.trim() === ''}
        onClick={() =>
          run(async () => {
            await service.ask('POST /api/studio/drafts/:id/return', {
              params: { id },
              body: { revision, reason },
            });
            onTold(words.sentBack);
            onDone();
          })
        }
      >
        {words.sendBack}
      </button>
    </div>
  );
}
