import { useState } from 'react';
import { clockTime } from '../../../../../campaigns/messages/legal-hours.ts';
import type {
  Blast,
  DryRun as DryRunAnswer,
} from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { type Fact, Facts, Section } from '../../ui/parts.tsx';
import { blastWordsIn } from './blast-words.ts';
import { sayField, sayLabel } from './say-fields.ts';

/** Lists the messages of the first minute; on request, since a long list takes some seconds. */
export function DryRun({ blast }: { blast: Pick<Blast, 'id' | 'revision'> }) {
  const { service } = useConsole();
  const words = useConsole(blastWordsIn).words.dryRun;
  const [made, setMade] = useState<{ revision: number; answer: DryRunAnswer } | null>(null);
  // An edit makes it void.
  const answer = made?.revision === blast.revision ? made.answer : null;
  return (
    <Section id="dry-run" title={words.title} level="h3" className="dry-run">
      <p className="detail">{words.lead}</p>
      <AskButton
        button={answer === null ? words.make : words.again}
        send={async () => {
          const params = { id: blast.id };
          const read = await service.ask('GET /api/blasts/:id/dry-run', { params });
          setMade({ revision: blast.revision, answer: read });
        }}
      />
      {answer !== null && <Shown answer={answer} />}
    </Section>
  );
}

function Shown({ answer }: { answer: DryRunAnswer }) {
  const { language, words: shared, format } = useConsole();
  const nameDistrict = useDistrictName();
  const { words } = useConsole(blastWordsIn);
  const count = format.number;
  const { startsAt, endsAt, hours, canarySize, perSecond, first, recipients, paise, rows } = answer;
  const describePace = (perSecond: number) =>
    Number.isInteger(perSecond)
      ? words.dryRun.paceOf(count(perSecond))
      : words.dryRun.paceOfMinute(count(Math.round(perSecond * 60)));
  const facts: Fact[] = [
    [words.dryRun.begins, startsAt === null ? words.content.noHours : format.moment(startsAt)],
    [words.dryRun.pace, perSecond === null ? words.dryRun.noPace : describePace(perSecond)],
    [words.dryRun.ends, endsAt === null ? words.dryRun.endsUnknown : format.moment(endsAt)],
    hours && [
      words.content.hours,
      words.content.span(clockTime(hours.fromMinute), clockTime(hours.toMinute)),
    ],
    [
      words.dryRun.first,
      recipients === null ? count(first) : words.dryRun.firstOf(count(first), count(recipients)),
    ],
    [words.dryRun.cost, format.rupees(paise)],
    [sayLabel('canarySize', language), sayField('canarySize', canarySize, language)],
  ];
  return (
    <div className="dry-run-found" role="status">
      <Facts className="facts" facts={facts} />
      {rows.length > 0 && (
        <FigureTable
          caption={words.dryRun.rows(count(rows.length), count(first))}
          rows={rows}
          keyOf={({ place }) => place}
          columns={[
            [words.dryRun.place, ({ place }) => count(place)],
            [words.dryRun.number, ({ number }) => number, 'words'],
            [
              shared.district,
              ({ district, station }) => (
                <>
                  {district === null ? words.segments.noDistrict : nameDistrict(district)}
                  {station !== null && <span className="detail">{station[language]}</span>}
                </>
              ),
              'words',
            ],
            [words.dryRun.text, (row) => words.languages[row.language], 'words'],
          ]}
        />
      )}
      <p className="detail">{words.dryRun.nothing}</p>
    </div>
  );
}
