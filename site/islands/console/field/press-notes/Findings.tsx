import { type TypedTexts, typedFields } from '../../../../../campaigns/press-notes/note-fields.ts';
import type { FieldFinding } from '../../../../../campaigns/press-notes/public-text.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Strong } from '../../ui/lines.tsx';
import { List } from '../../ui/parts.tsx';
import { pressWordsIn } from './press-words.ts';

/** Findings in a field, each with its rule. */
export function Findings({ findings }: { findings: readonly FieldFinding[] }) {
  const { words } = useConsole(pressWordsIn);
  const isBlocked = findings.some(({ level }) => level === 'block');
  return (
    <div role="status" className="press-findings">
      {findings.length > 0 && (
        <div className={`notice ${isBlocked ? 'bad' : 'plain'}`}>
          <Strong>{isBlocked ? words.blocked : words.hints}</Strong>
          <List
            of={findings}
            keyOf={(finding) => `${finding.rule} ${finding.field} ${finding.from}`}
          >
            {(finding) => (
              <>
                <span className={`press-level ${finding.level}`}>{words.level[finding.level]}</span>{' '}
                <mark lang="hi">{finding.found}</mark>
                {words.rules[finding.rule]}
              </>
            )}
          </List>
        </div>
      )}
    </div>
  );
}

/** A typed text with its findings. */
export function TypedText({ findings, text }: { findings: readonly FieldFinding[]; text: string }) {
  const parts: { from: number; text: string; found: boolean }[] = [];
  let at = 0;
  for (const { from, to } of findings) {
    if (from < at) continue;
    parts.push({ from: at, text: text.slice(at, from), found: false });
    parts.push({ from, text: text.slice(from, to), found: true });
    at = to;
  }
  parts.push({ from: at, text: text.slice(at), found: false });
  return (
    <p className="press-typed" lang="hi">
      {parts.map((part) =>
        part.found ? (
          <mark key={`found ${part.from}`}>{part.text}</mark>
        ) : (
          <span key={`plain ${part.from}`}>{part.text}</span>
        ),
      )}
    </p>
  );
}

interface TypedWordsProps {
  texts: TypedTexts;
  findings: readonly FieldFinding[];
}

/** The words that an officer typed, with their findings. */
export function TypedWords({ texts, findings }: TypedWordsProps) {
  const { words } = useConsole(pressWordsIn);
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
