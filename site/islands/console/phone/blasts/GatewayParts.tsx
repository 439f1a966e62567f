import type { GatewayPart } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatMoment, formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { useCodeText, useGatewayName } from '../use-code-text.ts';
import { blastWordsIn } from './blast-words.ts';

import { draftWordsIn } from './draft/draft-words.ts';
import { runWordsIn } from './run-words.ts';

/** The parts of a blast by gateway: as planned, or as far as they have come. */
export function GatewayParts({ parts }: { parts: readonly GatewayPart[] }) {
  const { language, words } = useConsole(blastWordsIn);
  const { together } = draftWordsIn(language);
  const explainCode = useCodeText();
  const nameGateway = useGatewayName();
  if (parts.length === 0) return null;
  const isPlan = parts.every(({ figures }) => figures === null);
  const cellsOf = (part: GatewayPart) => (isPlan ? planCells : runCells)(part, language, words);
  const [first = '', ...names] = isPlan ? together.planHead : together.runHead;
  return (
    <div className="gateway-parts">
      <FigureTable
        caption={isPlan ? together.plan : together.parts}
        rows={parts}
        keyOf={({ gateway }) => gateway}
        columns={[
          [
            first,
            ({ gateway, stoppedBy }) => (
              <>
                {nameGateway(gateway)}
                {stoppedBy !== null && (
                  <span className="detail phone-note">
                    {together.stopped(explainCode(stoppedBy))}
                  </span>
                )}
              </>
            ),
          ],
          ...names.map(
            (name, at) =>
              // On a phone there is no room for what is nowhere.
              (isPlan || parts.some((part) => cellsOf(part)[at] !== '0')) &&
              ([name, (part: GatewayPart) => cellsOf(part)[at]] as const),
          ),
        ]}
      />
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
