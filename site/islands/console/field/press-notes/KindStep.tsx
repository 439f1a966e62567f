import { pressNoteKinds } from '../../../../../campaigns/press-notes/note-fields.ts';
import type { NoteFaults, NoteFormState } from './note-form.ts';
import { usePressWords } from './use-press-words.ts';

interface KindStepProps {
  form: NoteFormState;
  change: (part: Partial<NoteFormState>) => void;
  faults: NoteFaults;
}

export function KindStep({ form, change, faults }: KindStepProps) {
  const words = usePressWords();
  return (
    <fieldset className="choices">
      <legend className="sr-only">{words.stepTitles.kind}</legend>
      {faults['kind'] !== undefined && <p className="wrong">{words.faults.kind}</p>}
      {pressNoteKinds.map((kind) => (
        <label key={kind} className="choice">
          <input
            type="radio"
            name="kind"
            value={kind}
            checked={form.kind === kind}
            aria-invalid={faults['kind'] === undefined ? undefined : true}
            onChange={() => change({ kind })}
          />
          <span>
            <strong>{words.kinds[kind].name}</strong>
            <br />
            {words.kinds[kind].hint}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
