import type { GatewayPart } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatMoment, formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useCodeText } from '../use-code-text.ts';
import { blastWordsIn } from './blast-words.ts';

import { draftWordsIn } from './draft/draft-words.ts';
import { runWordsIn } from './run-words.ts';

/** The parts of a blast by gateway: as planned, or as far as they have come. */
export function GatewayParts({ parts }: { parts: readonly GatewayPart[] }) {
  const { language, words } = useConsole(blastWordsIn);
  const draftWords = draftWordsIn(language);
  const explainCode = useCodeText();
  if (parts.length === 0) return null;
  const isPlan = parts.every(({ figures }) => figures === null);
  const nameGateway = (name: string) => (words.gateways as Record<string, string>)[name] ?? name;
  const rows = parts.map((part) => ({
    part,
    cells: (isPlan ? planCells : runCells)(part, language, words),
  }));
  const [first = '', ...names] = isPlan
    ? draftWords.together.planHead
    : draftWords.together.runHead;
  // On a phone there is no room for what is nowhere.
  const isShown = (_: string, at: number) => isPlan || rows.some(({ cells }) => cells[at] !== '0');
  const head = [first, ...names.filter(isShown)];
  return (
    <div className="gateway-parts">
      <table className="figures-table">
        <caption>{isPlan ? draftWords.together.plan : draftWords.together.parts}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, cells }) => (
            <tr key={part.gateway} data-gateway={part.gateway}>
              <th scope="row">
                {nameGateway(part.gateway)}
                {part.stoppedBy !== null && (
                  <span className="detail phone-note">
                    {draftWords.together.stopped(explainCode(part.stoppedBy))}
                  </span>
                )}
              </th>
              {cells.filter(isShown).map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Words = ReturnType<typeof blastWordsIn>;

function planCells(
  { recipients, perMinute, endsAt, paise }: GatewayPart,
  language: 'hi' | 'en',
  words: Words,
): string[] {
  const count = (value: number) => formatNumber(value, language);
  const describeEnd = (at: string | null) =>
    at === null ? words.dryRun.endsUnknown : formatMoment(at, language);
  return [
    count(recipients),
    perMinute === null
      ? words.dryRun.noPace
      : runWordsIn(language).live.perMinute(count(perMinute)),
    recipients === 0 ? '–' : describeEnd(endsAt),
    formatRupees(paise, language),
  ];
}

function runCells({ figures, paise }: GatewayPart, language: 'hi' | 'en'): string[] {
  const sum = (...statuses: (keyof NonNullable<typeof figures>)[]) =>
    formatNumber(
      statuses.reduce((total, status) => total + (figures?.[status] ?? 0), 0),
      language,
    );
  return [
    sum('accepted', 'undelivered', 'delivered'),
    sum('delivered'),
    sum('failed', 'undelivered'),
    sum('unknown'),
    sum('planned', 'claimed', 'submitting'),
    formatRupees(paise, language),
  ];
}
