import { type ReactNode, useState } from 'react';
import { valueAt } from '../../../../../campaigns/studio/path.ts';
import {
  type StudioField,
  type StudioPart,
  studioParts,
} from '../../../../../campaigns/studio/studio-fields.ts';
import type { ChangeView, DraftView } from '../../../../../messaging/contract/print/studio.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, Field, Outcome } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';
import { useAction } from '../../ui/use-service.ts';
import { ChangeList } from './ChangeList.tsx';
import { EmblemField } from './EmblemField.tsx';
import { ColumnInput, WordsInput } from './FieldInput.tsx';
import { HostField } from './HostField.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { RowsField } from './RowsField.tsx';
import { ServicesField } from './ServicesField.tsx';
import { UrduNameList, UrduRows, UrduWords } from './UrduFields.tsx';
import { undoChange } from './undo-change.ts';
import { type OpenDraft, useDraft } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

const emblemPart: Omit<StudioPart, 'fields'> = {
  id: 'emblem',
  title: { hi: 'चिह्न', en: 'Emblem' },
};

/** The form of the draft, the proof beside it, and what changed below it. */
export function DraftEditor({ first, onReload }: { first: DraftView; onReload: () => void }) {
  const { language } = useConsole();
  const words = useStudioWords();
  const open = useDraft(first);
  const [part, setPart] = useState('board');
  const { draft, content, state } = open;
  // A campaign without Urdu has no such part.
  const parts = [...studioParts, emblemPart].filter(
    ({ id }) => id !== 'urdu' || content.urdu !== undefined,
  );
  const marks = (id: string) => {
    const roots = studioParts.find((own) => own.id === id)?.fields.map(({ path }) => path) ?? [
      ['emblem'],
    ];
    const within = (path: readonly string[]) =>
      roots.some((root) => root.every((step, place) => path[place] === step));
    return {
      changed: draft.changes.some(({ path }) => within(path)),
      wrong: draft.faults.some(({ path }) => within(path)),
    };
  };
  const undo = (change: ChangeView) => {
    const { path, value } = undoChange(change, { content, published: draft.published });
    open.set(path, value);
  };
  if (draft.status !== 'draft')
    return (
      <Outcome tone="good">
        <p>{words.submitted}</p>
      </Outcome>
    );
  return (
    <>
      <Notices open={open} onReload={onReload} />
      <div className="studio-editor">
        <div className="studio-form-side">
          <nav aria-label={words.parts} className="studio-parts">
            {parts.map(({ id, title }) => {
              const { changed, wrong } = marks(id);
              return (
                <button
                  key={id}
                  type="button"
                  aria-pressed={id === part}
                  className={wrong ? 'wrong-part' : changed ? 'changed-part' : ''}
                  onClick={() => setPart(id)}
                >
                  {title[language]}
                </button>
              );
            })}
          </nav>
          {part === 'emblem' ? (
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
          <section className="studio-what" aria-labelledby="studio-changes">
            <div className="studio-what-head">
              <h2 id="studio-changes">{words.changes}</h2>
              <span className="detail" role="status">
                {state === 'saved'
                  ? words.saved
                  : state === 'saving'
                    ? words.saving
                    : words.unsaved}
              </span>
            </div>
            <ChangeList
              changes={draft.changes.filter(({ path }) => path[0] !== 'emblem')}
              onUndo={undo}
            />
            {draft.emblemChanged && <p>{words.emblem}</p>}
            <SubmitForm open={open} />
          </section>
        </div>
      </div>
    </>
  );
}

function PartField({ field, open }: { field: StudioField; open: OpenDraft }): ReactNode {
  const { language } = useConsole();
  const value = valueAt(open.content, field.path);
  const label = field.label[language];
  switch (field.kind) {
    case 'words':
      return (
        <WordsInput
          label={label}
          value={value as { hi: string; en: string }}
          most={field.most}
          long={field.long}
          path={field.path}
          faults={open.draft.faults}
          onChange={(key, text) => open.set([...field.path, key], text)}
        />
      );
    case 'rows':
      return <RowsField field={field} open={open} />;
    case 'row':
      return (
        <fieldset className="studio-rows">
          <legend>{label}</legend>
          <div className="studio-cells">
            {field.columns.map((column) => (
              <ColumnInput
                key={column.key}
                column={column}
                row={value}
                rowName={label}
                path={field.path}
                faults={open.draft.faults}
                isNew={false}
                onChange={(steps, next) => open.set([...field.path, ...steps], next)}
              />
            ))}
          </div>
        </fieldset>
      );
    case 'services':
      return <ServicesField open={open} />;
    case 'host':
      return <HostField open={open} />;
    case 'urdu':
      return <UrduWords field={field} open={open} />;
    case 'urdu-rows':
      return <UrduRows field={field} open={open} />;
    case 'urdu-names':
      return <UrduNameList field={field} open={open} />;
  }
}

function Notices({ open, onReload }: { open: OpenDraft; onReload: () => void }) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const { draft, state } = open;
  const { busy, error, run } = useAction();
  const rebase = () =>
    run(async () => {
      const { id, revision } = await open.settle();
      open.take(
        await service.ask('POST /api/studio/drafts/:id/rebase', {
          params: { id },
          body: { revision },
        }),
      );
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

interface LayoutFinding {
  artwork: string;
  name: string;
  title: { hi: string; en: string };
  expected: { hi: string; en: string };
  found: { hi: string; en: string };
}

function SubmitForm({ open }: { open: OpenDraft }) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const { draft } = open;
  const [remark, setRemark] = useState('');
  const [isSure, setIsSure] = useState(false);
  const { busy, error, run } = useAction();
  const act = (work: (seen: { id: number; revision: number }) => Promise<DraftView>) =>
    run(async () => {
      const { id, revision } = await open.settle();
      open.take(await work({ id, revision }));
    });
  const findings = (error?.body['findings'] ?? []) as LayoutFinding[];
  return (
    <div className="studio-submit">
      {draft.faults.length > 0 && (
        <div className="notice bad">
          <p>
            <strong>{words.faults}</strong>
          </p>
          <ul>
            {draft.faults.map((fault) => (
              <li key={fault.path.join('.') + fault.message.en}>
                {fault.label[language]}: {fault.message[language]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field label={words.remark}>
        {(ids) => (
          <input
            {...ids}
            value={remark}
            maxLength={500}
            onChange={({ currentTarget }) => setRemark(currentTarget.value)}
          />
        )}
      </Field>
      <ErrorNotice error={error} />
      {findings.length > 0 && <LayoutFindings findings={findings} />}
      <p className="row">
        <button
          type="button"
          className="button"
          disabled={busy || draft.changes.length === 0 || draft.faults.length > 0}
          onClick={() =>
            act(({ id, revision }) =>
              service.ask('POST /api/studio/drafts/:id/submit', {
                params: { id },
                body: { revision, remark },
              }),
            )
          }
        >
          {busy ? words.submitting : words.submit}
        </button>
        <button
          type="button"
          className="link"
          disabled={busy}
          onClick={() => {
            if (!isSure) setIsSure(true);
            else
              run(async () => {
                const { id, revision } = await open
                  .settle()
                  .catch((_error: ServiceError) => open.draft);
                await service.ask('POST /api/studio/drafts/:id/discard', {
                  params: { id },
                  body: { revision },
                });
                location.search = '';
              });
          }}
        >
          {isSure ? words.discardSure : words.discard}
        </button>
      </p>
    </div>
  );
}

function LayoutFindings({ findings }: { findings: readonly LayoutFinding[] }) {
  const { language } = useConsole();
  const words = useStudioWords();
  const names: Record<string, string> = {
    board: words.proofBoard,
    pamphlet: words.proofPamphlet,
    card: words.proofCard,
    'board-ur': words.proofBoardUrdu,
    'pamphlet-ur': words.proofPamphletUrdu,
  };
  const distinct = [
    ...new Map(findings.map((own) => [`${own.artwork} ${own.found.en}`, own])).values(),
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
