import { type ReactNode, useState } from 'react';
import type { DraftView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { AskButton, useAsk } from '../../ui/AskForm.tsx';
import { CheckAnswers } from '../../ui/CheckAnswers.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { useAsked } from '../../ui/in-address.ts';
import { BackLink, Detail, Fold, Good } from '../../ui/lines.tsx';
import { Await, Button, TextArea } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
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
      <BackLink className="studio-back" to={homePath(language)}>
        {words.back}
      </BackLink>
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

/** Shows each field old and new, and the draft as it will be printed; to the second officer with the decision. */
function ReviewPage({ draft, onDone }: { draft: DraftView; onDone: () => void }) {
  const { words, format } = useConsole(studioWordsIn);
  const may = useMay();
  const [outcome, setOutcome] = useState<string | null>(null);
  const { author, remark, rolledBackTo, second, status } = draft;
  const title = rolledBackTo === null ? words.draftOf(author) : words.rollbackTo(rolledBackTo);
  const submitted = format.moment(draft.submittedAt ?? draft.changedAt);
  const isMine =
    status === 'submitted' && !draft.isOwn && may('studio.approve') && second?.bar == null;
  if (isMine && outcome === null)
    return (
      <DecisionForm draft={draft} title={title} onDecided={setOutcome} onDone={onDone}>
        <Detail of={[author, submitted]} />
        {second !== null && <SecondPersonNote second={{ ...second, bar: null }} />}
        {remark !== '' && <p className="studio-remark">{remark}</p>}
        <Reviewed draft={draft} />
      </DecisionForm>
    );
  return (
    <>
      {outcome !== null && <Good>{outcome}</Good>}
      <h2 className="studio-title">{title}</h2>
      <Detail of={[author, submitted]} />
      {remark !== '' && <p className="studio-remark">{remark}</p>}
      <Reviewed draft={draft}>{outcome === null && <NoDecision draft={draft} />}</Reviewed>
    </>
  );
}

function Reviewed({ draft, children }: { draft: DraftView; children?: ReactNode }) {
  const { words } = useConsole(studioWordsIn);
  return (
    <div className="studio-editor">
      <div className="studio-form-side">
        <ChangeList changes={draft.changes} />
        {draft.emblemChanged && (
          <div className="studio-emblems">
            <EmblemPicture svg={draft.publishedEmblem} label={words.emblemBefore} />
            <EmblemPicture svg={draft.emblem} label={words.emblemNow} />
          </div>
        )}
        {children}
      </div>
      <div className="studio-proof-side">
        <ProofPanel draft={draft} content={draft.content} />
      </div>
    </div>
  );
}

/** Why there is nothing to decide for this officer. */
function NoDecision({ draft }: { draft: DraftView }) {
  const { words } = useConsole(studioWordsIn);
  const { second } = draft;
  if (draft.status !== 'submitted') return <p className="notice plain">{words.notOpen}</p>;
  if (draft.isOwn) return <Withdraw draft={draft} />;
  if (second?.bar === 'administrator-waits')
    return <p className="notice plain">{words.administratorWaits}</p>;
  return second?.bar == null ? null : <SecondPersonNote second={{ ...second, bar: second.bar }} />;
}

function Withdraw({ draft: { id, revision } }: { draft: DraftView }) {
  const { language, words } = useConsole(studioWordsIn);
  const ask = useAsk(() => location.assign(editPath(language, id)));
  const request = { params: { id }, body: { revision } };
  return (
    <div className="notice plain">
      <p>{words.submitted}</p>
      <AskButton
        button={words.withdraw}
        send={ask('POST /api/studio/drafts/:id/withdraw', request)}
      />
    </div>
  );
}

interface DecisionProps {
  draft: DraftView;
  title: string;
  children: ReactNode;
  onDecided: (text: string) => void;
  onDone: () => void;
}

function DecisionForm({ draft, title, children, onDecided, onDone }: DecisionProps) {
  const { language, service, words } = useConsole(studioWordsIn);
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAction();
  const { id, revision } = draft;
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
    <CheckAnswers
      title={title}
      button={words.approve}
      busy={busy}
      error={error}
      onConfirm={() => run(approve)}
      back={words.back}
      onBack={() => location.assign(homePath(language))}
    >
      {children}
      <p>{words.approveMeans}</p>
      <Fold title={words.wrong}>
        <TextArea
          label={words.reason}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button disabled={busy || reason.trim() === ''} onClick={() => run(sendBack)}>
          {words.sendBack}
        </Button>
      </Fold>
    </CheckAnswers>
  );
}
