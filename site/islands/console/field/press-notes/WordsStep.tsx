import {
  isTyped,
  longestDetails,
  longestTitle,
  noteLanguages,
  type PressNoteFields,
  wordingCount,
} from '../../../../../campaigns/press-notes/note-fields.ts';
import type { FieldFinding } from '../../../../../campaigns/press-notes/public-text.ts';
import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { Radios, Section, TextArea, TextField } from '../../ui/parts.tsx';
import { Findings } from './Findings.tsx';
import { NotePreview } from './NotePreview.tsx';
import type { NoteFormState } from './note-form.ts';
import { pressWordsIn } from './press-words.ts';

import { useNoteContent } from './use-note-content.ts';

interface WordsStepProps {
  form: NoteFormState;
  change: (part: Partial<NoteFormState>) => void;
  fields: PressNoteFields;
  findings: readonly FieldFinding[];
  lists: PressForm;
  district: string;
  /** Notices on the note that is changed. */
  notices: readonly string[];
}

/** Language and wording beside the finished note; fields for own words open on demand. */
export function WordsStep(props: WordsStepProps) {
  const { form, change, fields, lists, district, notices } = props;
  const { words } = useConsole(pressWordsIn);
  const content = useNoteContent(fields, lists, district);
  return (
    <div className="press-words">
      <div>
        <Radios
          className="press-choice"
          legend={words.language}
          name="language"
          value={form.language}
          of={noteLanguages.map((each) => [each, words.languages[each]])}
          onChoose={(language) => change({ language })}
        />
        <Radios
          className="press-choice"
          legend={words.wording}
          name="wording"
          value={form.wording}
          of={Array.from({ length: wordingCount }, (_, at) => [at, words.wordingName(at + 1)])}
          onChoose={(wording) => change({ wording })}
        />
        <p className="notice plain">{isTyped(fields) ? words.needsReader : words.needsNobody}</p>
        <Fold open={isTyped(fields) || undefined} title={words.ownWords}>
          <OwnWords {...props} usualTitle={content.title} />
        </Fold>
      </div>
      <Section id="press-preview" title={words.preview} level="h3">
        <NotePreview content={content} notices={notices} typed={fields} />
      </Section>
    </div>
  );
}

/** The only free text of a note, checked with every key. */
function OwnWords({
  form,
  change,
  findings,
  usualTitle,
}: Pick<WordsStepProps, 'form' | 'change' | 'findings'> & { usualTitle: string }) {
  const { words } = useConsole(pressWordsIn);
  const of = (field: string) => findings.filter((finding) => finding.field === field);
  const isBlocked = (field: string) => of(field).some(({ level }) => level === 'block');
  return (
    <>
      <TextField
        label={words.title}
        hint={words.titleHint}
        lang={form.language}
        value={form.title}
        placeholder={usualTitle}
        maxLength={longestTitle}
        aria-invalid={isBlocked('title') || undefined}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <Findings findings={of('title')} />
      <TextArea
        label={words.details}
        hint={words.detailsHint}
        lang={form.language}
        rows={6}
        value={form.details}
        maxLength={longestDetails}
        aria-invalid={isBlocked('details') || undefined}
        onChange={({ currentTarget }) => change({ details: currentTarget.value })}
      />
      <Findings findings={of('details')} />
      {findings.length === 0 && `${form.title}${form.details}`.trim() !== '' && (
        <p className="detail">{words.nothingFound}</p>
      )}
    </>
  );
}
