import { useState } from 'react';
import type { ProofFinding } from '../../../../../campaigns/print/proofs/proof.ts';
import { type FieldPath, findKey, valueAt } from '../../../../../campaigns/studio/path.ts';
import { studioParts } from '../../../../../campaigns/studio/studio-fields.ts';
import type {
  ChangeView,
  DraftView,
} from '../../../../../messaging/print/studio/studio-schemas.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Good, Strong } from '../../ui/lines.tsx';
import { Button, ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { ChangeList } from './ChangeList.tsx';
import { EmblemField } from './EmblemField.tsx';
import { PartField } from './PartField.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { studioWordsIn } from './studio-words.ts';
import { type Content, type OpenDraft, useDraft } from './use-draft.ts';

/** The emblem is a file, and therefore not one of the fields. */
const emblemPart = {
  id: 'emblem',
  title: { hi: 'चिह्न', en: 'Emblem' },
  fields: [{ path: ['emblem'] }],
};

/** The form of the draft, the proof at its side, and the changes below it. */
export function DraftEditor({ first, onReload }: { first: DraftView; onReload: () => void }) {
  const { words } = useConsole(studioWordsIn);
  const open = useDraft(first);
  const [part, setPart] = useState('board');
  const { draft, content } = open;
  if (draft.status !== 'draft') return <Good>{words.submitted}</Good>;
  return (
    <>
      <DraftNotices open={open} onReload={onReload} />
      <div className="studio-editor">
        <div className="studio-form-side">
          <PartMenu open={open} part={part} onChoose={setPart} />
          {part === emblemPart.id ? (
            <EmblemField open={open} />
          ) : (
            studioParts
              .find(({ id }) => id === part)
              ?.fields.map((field) => (
                <PartField key={field.path.join('.')} field={field} open={open} />
              ))
          )}
        </div>
        <div className="studio-proof-side">
          <ProofPanel draft={draft} content={content} part={part} />
          <DraftChanges open={open} />
        </div>
      </div>
    </>
  );
}

interface PartMenuProps {
  open: OpenDraft;
  part: string;
  onChoose: (part: string) => void;
}

/** The parts of the draft, each marked where it was changed or is wrong. */
function PartMenu({ open: { draft, content }, part, onChoose }: PartMenuProps) {
  const { language, words } = useConsole(studioWordsIn);
  // A campaign without Urdu has no such part.
  const parts = [...studioParts, emblemPart].filter(
    ({ id }) => id !== 'urdu' || content.urdu !== undefined,
  );
  return (
    <nav aria-label={words.parts} className="studio-parts">
      {parts.map(({ id, title, fields }) => {
        const holds = ({ path }: Pick<ChangeView, 'path'>) =>
          fields.some((field) => field.path.every((step, place) => path[place] === step));
        const mark = draft.changes.some(holds) ? 'changed-part' : '';
        return (
          <button
            key={id}
            type="button"
            aria-pressed={id === part}
            className={draft.faults.some(holds) ? 'wrong-part' : mark}
            onClick={() => onChoose(id)}
          >
            {title[language]}
          </button>
        );
      })}
    </nav>
  );
}

function DraftChanges({ open }: { open: OpenDraft }) {
  const { words } = useConsole(studioWordsIn);
  const { draft, content, state } = open;
  const undo = (change: ChangeView) => {
    const { path, value } = undoChange(change, { content, published: draft.published });
    open.set(path, value);
  };
  return (
    <section className="studio-what" aria-labelledby="studio-changes">
      <div className="studio-what-head">
        <h2 id="studio-changes">{words.changes}</h2>
        <span className="detail" role="status">
          {state === 'saved' ? words.saved : state === 'saving' ? words.saving : words.unsaved}
        </span>
      </div>
      <ChangeList
        changes={draft.changes.filter(({ path }) => path[0] !== 'emblem')}
        onUndo={undo}
      />
      {draft.emblemChanged && <p>{words.emblem}</p>}
      <SubmitForm open={open} />
    </section>
  );
}

/** Finds the path and value that take a change back: the published value, or the list of rows before it. */
function undoChange(
  { path, kind }: Pick<ChangeView, 'path' | 'kind'>,
  { content, published }: { content: Content; published: Content },
): { path: FieldPath; value: unknown } {
  const parent = path.slice(0, -1);
  const key = path.at(-1) ?? '';
  const rows = valueAt(content, parent);
  const publishedRows = valueAt(published, parent);
  if (kind === 'order') {
    const before = (valueAt(published, path) ?? []) as unknown[];
    const now = (valueAt(content, path) ?? []) as unknown[];
    const findRow = (row: unknown) => valueAt(content, [...path, findKey(row) ?? '']);
    const stayed: unknown[] = before.map(findRow).filter((row) => row !== undefined);
    return { path, value: [...stayed, ...now.filter((row) => !stayed.includes(row))] };
  }
  if (Array.isArray(rows) && Array.isArray(publishedRows)) {
    const added = valueAt(content, path);
    if (kind === 'added') return { path: parent, value: rows.filter((row) => row !== added) };
    if (kind === 'removed') {
      const row = valueAt(published, path);
      const place = Math.min(publishedRows.indexOf(row), rows.length);
      return { path: parent, value: rows.toSpliced(place, 0, row) };
    }
  }
  return { path, value: valueAt(published, [...parent, key]) };
}

/** Says that the draft was returned, or that something newer was saved or published. */
function DraftNotices({ open, onReload }: { open: OpenDraft; onReload: () => void }) {
  const { language, service, words } = useConsole(studioWordsIn);
  const { draft, state } = open;
  const rebase = async () => {
    const { id, revision } = await open.settle();
    const body = { revision };
    open.take(await service.ask('POST /api/studio/drafts/:id/rebase', { params: { id }, body }));
  };
  return (
    <>
      {state === 'stale' && (
        <div className="notice bad" role="alert">
          <p>{words.staleWindow}</p>
          <Button onClick={onReload}>{words.reload}</Button>
        </div>
      )}
      {draft.returnedBy !== null && (
        <div className="notice bad">
          <Strong>{words.returned(draft.returnedBy)}</Strong>
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
          <AskButton button={words.rebase} send={rebase} />
        </div>
      )}
    </>
  );
}

/** Hands the draft in with a remark, or throws it away; says what keeps it from being handed in. */
function SubmitForm({ open }: { open: OpenDraft }) {
  const { language, service, words } = useConsole(studioWordsIn);
  const { changes, faults } = open.draft;
  const [remark, setRemark] = useState('');
  const { busy, error, run } = useAction();
  const submit = async () => {
    const { id, revision } = await open.settle();
    const body = { revision, remark };
    open.take(await service.ask('POST /api/studio/drafts/:id/submit', { params: { id }, body }));
  };
  const discard = async () => {
    const { id, revision } = await open.settle().catch(() => open.draft);
    const body = { revision };
    await service.ask('POST /api/studio/drafts/:id/discard', { params: { id }, body });
    location.search = '';
  };
  const findings = (error?.body['findings'] ?? []) as LayoutFinding[];
  return (
    <div className="studio-submit">
      {faults.length > 0 && (
        <div className="notice bad">
          <Strong>{words.faults}</Strong>
          <ul>
            {faults.map((fault) => (
              <li key={fault.path.join('.') + fault.message.en}>
                {fault.label[language]}: {fault.message[language]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextField
        label={words.remark}
        value={remark}
        maxLength={500}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      <ErrorNotice error={error} />
      {findings.length > 0 && <LayoutFindings findings={findings} />}
      {busy && (
        <p role="status" className="detail">
          {words.submittingText}
        </p>
      )}
      <p className="row">
        <Button
          look="button"
          disabled={busy || changes.length === 0 || faults.length > 0}
          onClick={() => run(submit)}
        >
          {busy ? words.submitting : words.submit}
        </Button>
        <Discard busy={busy} onDiscard={() => run(discard)} />
      </p>
    </div>
  );
}

function Discard({ busy, onDiscard }: { busy: boolean; onDiscard: () => void }) {
  const { words } = useConsole(studioWordsIn);
  const [isSure, setIsSure] = useState(false);
  return (
    <Button look="link" disabled={busy} onClick={() => (isSure ? onDiscard() : setIsSure(true))}>
      {isSure ? words.discardSure : words.discard}
    </Button>
  );
}

type LayoutFinding = Pick<ProofFinding, 'title' | 'expected' | 'found'> & { artwork: string };

function LayoutFindings({ findings }: { findings: readonly LayoutFinding[] }) {
  const { language, words } = useConsole(studioWordsIn);
  const names: Readonly<Record<string, string>> = words.proofs;
  const distinct = [
    ...new Map(
      findings.map((finding) => [`${finding.artwork} ${finding.found.en}`, finding]),
    ).values(),
  ];
  return (
    <ul className="studio-findings">
      {distinct.slice(0, 6).map(({ artwork, title, expected, found }) => (
        <li key={artwork + found.en} className="fault">
          <strong>
            {names[artwork] ?? artwork}: {title[language]}
          </strong>{' '}
          <span>
            {words.expected}: {expected[language]}; {words.found}: {found[language]}
          </span>
        </li>
      ))}
    </ul>
  );
}
