import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import {
  type CodeReportKind,
  codeReportKinds,
  longestReason,
} from '../../../../../messaging/contract/values.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { Section, TextField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { useStationPath } from '../../ui/views.ts';

const reportedCodeWordsIn = inEachLanguage({
  heading: (count: string) => [
    `कोड पर गड़बड़ी की सूचना: ${count} बोर्ड`,
    `Codes reported as tampered with: ${count} boards`,
  ],
  lead: [
    'तीन या अधिक नागरिकों ने 30 दिन में बताया। मौके पर देखें: कोड सही पते पर खुले और ऊपर कोई स्टिकर न हो। फिर लिखें कि क्या मिला।',
    'Three or more citizens said so within 30 days. Look on the spot: the code’s address begins with our host, and no sticker is over it. Then write what you found.',
  ],
  leadHeadquarters: [
    'तीन या अधिक नागरिकों ने 30 दिन में बताया। जनपद मौके पर देखकर इसे निपटाता है।',
    'Three or more citizens said so within 30 days. The district looks on the spot and resolves it.',
  ],
  kinds: {
    'stuck-over': (count: string) => [`दूसरा स्टिकर: ${count}`, `stuck over: ${count}`],
    damaged: (count: string) => [`फटा या मिटा: ${count}`, `torn or worn: ${count}`],
    elsewhere: (count: string) => [`कहीं और लगा: ${count}`, `hangs elsewhere: ${count}`],
  } satisfies Record<CodeReportKind, (count: string) => Pair>,
  since: (day: string) => [`${day} से`, `since ${day}`],
  code: (code: string) => [`कोड ${code}`, `code ${code}`],
  reason: ['मौके पर क्या मिला और क्या किया', 'What you found there and what you did'],
  reasonHint: ['किसी व्यक्ति का नाम या नंबर न लिखें।', 'Write no name or number of a person.'],
  resolve: ['निपटाएँ', 'Resolve'],
});

type Reported = Answer<'GET /api/code-reports'>[number];

/** Codes of boards that several citizens call tampered with; nothing where there are none. */
export function ReportedCodes({ district }: { district?: string }) {
  const { words, format } = useConsole(reportedCodeWordsIn);
  const may = useMay();
  const { state, reload } = useLoad('GET /api/code-reports');
  if (state.kind !== 'loaded') return null;
  const codes = state.value.filter((code) => district === undefined || code.district === district);
  if (codes.length === 0) return null;
  return (
    <Section
      className="due-boards"
      id="reported-codes"
      title={words.heading(format.number(codes.length))}
      level="h3"
    >
      <p className="detail">{may('code-report.resolve') ? words.lead : words.leadHeadquarters}</p>
      <ul className="plain">
        {codes.map((code) => (
          <ReportedRow key={code.code} reported={code} onResolved={reload} />
        ))}
      </ul>
    </Section>
  );
}

function ReportedRow({ reported, onResolved }: { reported: Reported; onResolved: () => void }) {
  const { language, words, format } = useConsole(reportedCodeWordsIn);
  const may = useMay();
  const nameDistrict = useDistrictName();
  const stationPath = useStationPath();
  const ask = useAsk(onResolved);
  const { district, station, name, code, since, kinds } = reported;
  const seen = codeReportKinds
    .filter((kind) => (kinds[kind] ?? 0) > 0)
    .map((kind) => words.kinds[kind](format.number(kinds[kind] ?? 0)));
  return (
    <li>
      <div className="what">
        <a href={stationPath(district, station, 'board')}>
          <strong>{name[language]}</strong>
        </a>
        , {nameDistrict(district)} · {words.code(code)}
        <br />
        <span className="detail">
          {words.since(format.day(since))} · {seen.join(' · ')}
        </span>
        {may('code-report.resolve') && (
          <AskForm
            button={words.resolve}
            look="button quiet"
            send={ask('POST /api/code-reports/resolve', { body: { code } })}
          >
            <TextField
              label={words.reason}
              hint={words.reasonHint}
              name="reason"
              required
              maxLength={longestReason}
            />
          </AskForm>
        )}
      </div>
    </li>
  );
}
