import type { StationProofView } from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { stationWordsIn } from './station-words.ts';

type Finding = StationProofView['findings'][number];

/** Each finding once: several artworks may break a rule in one way. */
export function differentFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, field, expected, found }) => {
    const key = [rule, field, expected.en, found.en].join('|');
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Findings that preflight would have. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { language } = useConsole();
  const words = stationWordsIn(language);
  if (findings.length === 0) return null;
  return (
    <ul className="plain proof-findings">
      {findings.map(({ severity, rule, field, title, expected, found }) => (
        <li key={`${rule}${field}${found.en}`} className={severity}>
          <strong>{title[language]}</strong>
          <br />
          {words.expected(expected[language], found[language])}
        </li>
      ))}
    </ul>
  );
}
