import { useState } from 'react';
import { clockTime } from '../../../../../campaigns/messages/legal-hours.ts';
import type {
  Blast,
  DryRun as DryRunAnswer,
} from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useBlastWords } from './blast-words.ts';

/** Lists the messages of the first minute; on request, since a long list takes some seconds. */
export function DryRun({ blast }: { blast: Pick<Blast, 'id' | 'revision'> }) {
  const { service } = useConsole();
  const words = useBlastWords().dryRun;
  const { busy, error, run } = useAction();
  const [made, setMade] = useState<{ revision: number; answer: DryRunAnswer } | null>(null);
  // An edit makes it void.
  const answer = made?.revision === blast.revision ? made.answer : null;
  return (
    <section aria-labelledby="dry-run" className="dry-run">
      <h3 id="dry-run">{words.title}</h3>
      <p className="detail">{words.lead}</p>
      <ErrorNotice error={error} />
      <button
        type="button"
        className="button quiet"
        disabled={busy}
        onClick={() =>
          run(async () => {
            const params = { id: blast.id };
            const read = await service.ask('GET /api/blasts/:id/dry-run', { params });
            setMade({ revision: blast.revision, answer: read });
          })
        }
      >
        {answer === null ? words.make : words.again}
      </button>
      {answer !== null && <Shown answer={answer} />}
    </section>
  );
}

function Shown({ answer }: { answer: DryRunAnswer }) {
  const { language, words: shared } = useConsole();
  const nameDistrict = useDistrictName();
  const words = useBlastWords();
  const count = (value: number) => formatNumber(value, language);
  const { startsAt, endsAt, hours, canarySize, perSecond, first, recipients, paise, rows } = answer;
  const describePace = (perSecond: number) =>
    Number.isInteger(perSecond)
      ? words.dryRun.paceOf(count(perSecond))
      : words.dryRun.paceOfMinute(count(Math.round(perSecond * 60)));
  const facts: Fact[] = [
    [
      words.dryRun.begins,
      startsAt === null ? words.content.noHours : formatMoment(startsAt, language),
    ],
    [words.dryRun.pace, perSecond === null ? words.dryRun.noPace : describePace(perSecond)],
    [
      words.dryRun.ends,
      endsAt === null ? words.dryRun.endsUnknown : formatMoment(endsAt, language),
    ],
    hours && [
      words.content.hours,
      words.content.span(clockTime(hours.fromMinute), clockTime(hours.toMinute)),
    ],
    [
      words.dryRun.first,
      recipients === null ? count(first) : words.dryRun.firstOf(count(first), count(recipients)),
    ],
    [words.dryRun.cost, formatRupees(paise, language)],
    [
      words.content.canary,
      canarySize === 0 ? words.content.noCanary : words.content.canaryOf(count(canarySize)),
    ],
  ];
  return (
    <div className="dry-run-found" role="status">
      <Facts className="facts" facts={facts} />
      {rows.length > 0 && (
        <table className="figures-table">
          <caption>{words.dryRun.rows(count(rows.length), count(first))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dryRun.place}</th>
              <th scope="col" className="words">
                {words.dryRun.number}
              </th>
              <th scope="col" className="words">
                {shared.district}
              </th>
              <th scope="col" className="words">
                {words.dryRun.text}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, number, district, station, language: spoken }) => (
              <tr key={place}>
                <th scope="row">{count(place)}</th>
                <td className="words">{number}</td>
                <td className="words">
                  {district === null ? words.segments.noDistrict : nameDistrict(district)}
                  {station !== null && <span className="detail">{station[language]}</span>}
                </td>
                <td className="words">{words.languages[spoken]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="detail">{words.dryRun.nothing}</p>
    </div>
  );
}
