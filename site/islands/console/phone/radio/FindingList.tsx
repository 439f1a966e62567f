import type { TakeView } from '../../../../../messaging/phone/takes/takes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';

/** Findings of the check, the reasons for a refusal first. */
export function FindingList({ findings }: { findings: TakeView['findings'] }) {
  const { language } = useConsole();
  if (findings.length === 0) return null;
  const sorted = [...findings].sort(
    (a, b) => Number(a.weight === 'note') - Number(b.weight === 'note'),
  );
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <li key={finding.code} className={finding.weight}>
          {finding[language]}
        </li>
      ))}
    </ul>
  );
}
