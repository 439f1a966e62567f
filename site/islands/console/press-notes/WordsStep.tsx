import type { FieldFinding } from '../../../../campaigns/press-notes/check-fields.ts';
import {
  longestDetails,
  longestTitle,
  type PressNoteFields,
} from '../../../../campaigns/press-notes/note-fields.ts';
import type { PressForm } from '../../../../messaging/contract/press-notes.ts';
import { Field } from '../parts.tsx';
import { Findings } from './Findings.tsx';
import { NotePreview } from './NotePreview.tsx';
import type { NoteFormState } from './note-form.ts';
import { useNoteContent } from './use-note-content.ts';
import { usePressWords } from './use-press-words.ts';

interface WordsStepProps {
  form: NoteFormState;
  change: (part: Partial<NoteFormState>) => void;
  fields: PressNoteFields;
  findings: readonly FieldFinding[];
  lists: PressForm;
  district: string;
  /** Of the note that is changed. */
  notices: readonly string[];
}

/** The only words that are typed, checked with every key, beside the note as it will be. */
export function WordsStep(props: WordsStepProps) {
  const { form, change, fields, findings, lists, district, notices } = props;
  const words = usePressWords();
  const content = useNoteContent(fields, lists, district);
  const of = (field: string) => findings.filter((finding) => finding.field === field);
  const isClean = findings.length === 0 && `${form.title}${form.details}`.trim() !== '';
  return (
    <div className="press-words">
      <div>
        <Field label={words.title} hint={words.titleHint}>
          {(ids) => (
            <input
              {...ids}
              lang="hi"
              value={form.title}
              placeholder={content.title}
              maxLength={longestTitle}
              aria-invalid={of('title').length > 0 || undefined}
              onChange={({ currentTarget }) => change({ title: currentTarget.value })}
            />
          )}
        </Field>
        <Findings findings={of('title')} text={form.title} />
        <Field label={words.details} hint={words.detailsHint}>
          {(ids) => (
            <textarea
              {...ids}
              lang="hi"
              rows={6}
              value={form.details}
              maxLength={longestDetails}
              aria-invalid={of('details').length > 0 || undefined}
              onChange={({ currentTarget }) => change({ details: currentTarget.value })}
            />
          )}
        </Field>
        <Findings findings={of('details')} text={form.details} />
        {isClean && <p className="detail">{words.clean}</p>}
      </div>
      <section aria-labelledby="press-preview">
        <h3 id="press-preview">{words.preview}</h3>
        <NotePreview content={content} notices={notices} />
      </section>
    </div>
  );
}
