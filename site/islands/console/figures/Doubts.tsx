import type { Finding } from '../../../../messaging/figures/reports/reports-schemas.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { TextField } from '../ui/parts.tsx';
import { figureWordsIn } from './figure-words.ts';

/** Reasons for which a figure waits for a second officer. */
export function Doubts({ findings }: { findings: readonly Finding[] }) {
  const { language } = useConsole();
  const words = figureWordsIn(language);
  const count = (value: number) => formatNumber(Math.round(value), language);
  const text = (finding: Finding) => {
    const typed = count(finding.downloads);
    const known = [typed, count(finding.known), formatDay(finding.knownOn, language)] as const;
    if (finding.kind === 'fall') return words.fall(...known);
    if (finding.kind === 'above-later') return words.later(...known);
    return finding.usualPerDay === null
      ? words.leap(...known)
      : words.jump(typed, count(finding.perDay), count(finding.usualPerDay));
  };
  return (
    <ul className="plain warnings">
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.date}`} className="warning">
          {text(finding)}
        </li>
      ))}
    </ul>
  );
}

/** The reasons, and a field in which the officer says why the figure is right all the same. */
export function DoubtsWithReason({
  findings,
  lacksReason,
}: {
  findings: readonly Finding[];
  lacksReason: boolean;
}) {
  const { language } = useConsole();
  const words = figureWordsIn(language);
  return (
    <>
      <h3>{words.doubtful}</h3>
      <Doubts findings={findings} />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        error={lacksReason ? words.reasonMissing : undefined}
        name="reason"
        maxLength={500}
      />
    </>
  );
}
