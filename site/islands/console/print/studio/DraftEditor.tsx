import { useState } from 'react';
import { studioParts } from '../../../../../campaigns/studio/studio-fields.ts';
import type {
  ChangeView,
  DraftView,
} from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Outcome } from '../../ui/parts.tsx';
import { ChangeList } from './ChangeList.tsx';
import { DraftNotices } from './DraftNotices.tsx';
import { EmblemField } from './EmblemField.tsx';
import { PartField } from './PartField.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { SubmitForm } from './SubmitForm.tsx';
import { undoChange } from './undo-change.ts';
import { type OpenDraft, useDraft } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

/** The emblem is a file, and therefore not one of the fields. */
const emblemPart = {
  id: 'emblem',
  title: { hi: 'चिह्न', en: 'Emblem' },
  fields: [{ path: ['emblem'] }],
};

interface DraftEditorProps {
  first: DraftView;
  onReload: () => void;
}

/** The form of the draft, the proof at its side, and the changes below it. */
export function DraftEditor({ first, onReload }: DraftEditorProps) {
  const words = useStudioWords();
  const open = useDraft(first);
  const [part, setPart] = useState('board');
  const { draft, content } = open;
  if (draft.status !== 'draft')
    return (
      <Outcome tone="good">
        <p>{words.submitted}</p>
      </Outcome>
    );
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
  const { language } = useConsole();
  const words = useStudioWords();
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
  const words = useStudioWords();
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
