import type { FieldFinding } from '../../../../../campaigns/press-notes/check-fields.ts';
import { type TypedTexts, typedFields } from '../../../../../campaigns/press-notes/note-fields.ts';
import { Findings, TypedText } from './Findings.tsx';
import { usePressWords } from './use-press-words.ts';

/** The words that an officer typed, with their findings. */
export function TypedWords({
  texts,
  findings,
}: {
  texts: TypedTexts;
  findings: readonly FieldFinding[];
}) {
  const words = usePressWords();
  const labels = { title: words.title, details: words.details };
  return (
    <>
      {typedFields
        .filter((field) => texts[field] !== '')
        .map((field) => (
          <div key={field}>
            <p className="detail">{labels[field]}</p>
            <TypedText
              text={texts[field]}
              findings={findings.filter((finding) => finding.field === field)}
            />
          </div>
        ))}
      <Findings findings={findings} />
      {findings.length === 0 && <p className="detail">{words.nothingFound}</p>}
    </>
  );
}
