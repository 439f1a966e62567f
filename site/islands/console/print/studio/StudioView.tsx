import { useState } from 'react';
import type { DraftView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { formatMoment } from '../../../../i18n/format.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { useAsked } from '../../ui/in-address.ts';
import { Await, Field, Outcome } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { ChangeList } from './ChangeList.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import { EmblemPicture } from './EmblemField.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { editPath, homePath, StudioHome } from './StudioHome.tsx';
import { studioWordsIn } from './studio-words.ts';

/** The studio: its first page, the officer's draft (`?edit=12`), or a draft to decide on (`?id=12`). */
export function StudioView() {
  const query = useAsked();
  const edit = Number(query.get('edit'));
  const id = Number(query.get('id'));
  if (edit > 0) return <OneDraft id={edit} isEdited />;
  return id > 0 ? <OneDraft id={id} isEdited={false} /> : <StudioHome />;
}

function OneDraft({ id, isEdited }: { id: number; isEdited: boolean }) {
  const { language, words } = useConsole(studioWordsIn);
  const { state, reload } = useLoad('GET /api/studio/drafts/:id', { params: { id } });
  return (
    <>
      <p className="studio-back">
        <a href={homePath(language)}>← {words.back}</a>
      </p>
      <Await state={state} retry={reload}>
        {(draft) =>
          isEdited && draft.isOwn && draft.status === 'draft' ? (
            <DraftEditor key={draft.id} first={draft} onReload={() => location.reload()} />
          ) : (
            <ReviewPage draft={draft} onDone={reload} />
          )
        }
      </Await>
    </>
  );
}

/** Shows the second officer each field old and new, and the draft as it will be printed. */
function ReviewPage({ draft, onDone }: { draft: DraftView; onDone: () => void }) {
  const { language, words } = useConsole(studioWordsIn);
  const [outcome, setOutcome] = useState<string | null>(null);
  return (
    <>
      {outcome !== null && (
        <Outcome tone="good">
          <p>{outcome}</p>
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
          {outcome === null && <Decision draft={draft} onDecided={setOutcome} onDone={onDone} />}
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
  onDecided: (text: string) => void;
  onDone: () => void;
}

function Decision({ draft, onDecided, onDone }: DecisionProps) {
  const { words } = useConsole(studioWordsIn);
  const may = useMay();
  const { second } = draft;
  if (draft.status !== 'submitted') return <p className="notice plain">{words.notOpen}</p>;
  if (draft.isOwn) return <Withdraw draft={draft} />;
  if (!may('studio.approve')) return null;
  if (second?.bar === 'administrator-waits')
    return <p className="notice plain">{words.administratorWaits}</p>;
  const note = second !== null && <SecondPersonNote second={{ ...second, bar: second.bar }} />;
  if (second?.bar != null) return note;
  return (
    <div className="studio-decision">
      {note}
      <DecisionForm draft={draft} onDecided={onDecided} onDone={onDone} />
    </div>
  );
}

function Withdraw({ draft: { id, revision } }: Pick<DecisionProps, 'draft'>) {
  const { language, service, words } = useConsole(studioWordsIn);
  const withdraw = async () => {
    const body = { revision };
    await service.ask('POST /api/studio/drafts/:id/withdraw', { params: { id }, body });
    location.assign(editPath(language, id));
  };
  return (
    <div className="notice plain">
      <p>{words.submitted}</p>
      <AskButton button={words.withdraw} send={withdraw} />
    </div>
  );
}

function DecisionForm({ draft: { id, revision }, onDecided, onDone }: DecisionProps) {
  const { service, words } = useConsole(studioWordsIn);
  const [reason, setReason] = useState('');
  const params = { id };
  const approve = async () => {
    const body = { revision };
    const { number } = await service.ask('POST /api/studio/drafts/:id/approve', { params, body });
    onDecided(words.approved(number));
  };
  const sendBack = async () => {
    const body = { revision, reason };
    await service.ask('POST /api/studio/drafts/:id/return', { params, body });
    onDecided(words.sentBack);
    onDone();
  };
  return (
    <>
      <AskButton button={words.approve} look="button" send={approve} />
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
      <AskButton button={words.sendBack} disabled={reason.trim() === ''} send={sendBack} />
    </>
  );
}
