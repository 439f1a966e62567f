import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { codeReportKinds, longestReason } from '../../../../../messaging/contract/values.ts';
import { formatDay, formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useStationPath } from '../../ui/station-path.ts';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { reportedCodeWordsIn } from './reported-code-words.ts';

type Reported = Answer<'GET /api/code-reports'>[number];

/** Codes of boards that several citizens call tampered with; nothing where there are none. */
export function ReportedCodes({ district }: { district?: string }) {
  const { language } = useConsole();
  const words = reportedCodeWordsIn(language);
  const may = useMay();
  const { state, reload } = useLoad('GET /api/code-reports');
  if (state.kind !== 'loaded') return null;
  const codes = state.value.filter((code) => district === undefined || code.district === district);
  if (codes.length === 0) return null;
  return (
    <section className="due-boards" aria-labelledby="reported-codes">
      <h3 id="reported-codes">{words.heading(formatNumber(codes.length, language))}</h3>
      <p className="detail">{may('code-report.resolve') ? words.lead : words.leadHeadquarters}</p>
      <ul className="plain">
        {codes.map((code) => (
          <ReportedRow key={code.code} reported={code} onResolved={reload} />
        ))}
      </ul>
    </section>
  );
}

function ReportedRow({ reported, onResolved }: { reported: Reported; onResolved: () => void }) {
  const { language } = useConsole();
  const words = reportedCodeWordsIn(language);
  const may = useMay();
  const nameDistrict = useDistrictName();
  const stationPath = useStationPath();
  const { district, station, name, code, since, kinds } = reported;
  const seen = codeReportKinds
    .filter((kind) => (kinds[kind] ?? 0) > 0)
    .map((kind) => words.kinds[kind](formatNumber(kinds[kind] ?? 0, language)));
  return (
    <li>
      <div className="what">
        <a href={stationPath(district, station, 'board')}>
          <strong>{name[language]}</strong>
        </a>
        , {nameDistrict(district)} · {words.code(code)}
        <br />
        <span className="detail">
          {words.since(formatDay(since, language))} · {seen.join(' · ')}
        </span>
        {may('code-report.resolve') && <ResolveForm code={code} onResolved={onResolved} />}
      </div>
    </li>
  );
}

function ResolveForm({ code, onResolved }: { code: string; onResolved: () => void }) {
  const { language, service } = useConsole();
  const words = reportedCodeWordsIn(language);
  const { busy, error, run } = useAction();
  const resolve = (form: FormData) =>
    run(async () => {
      const body = { code, reason: readText(form, 'reason') };
      await service.ask('POST /api/code-reports/resolve', { body });
      onResolved();
    });
  return (
    <Form onSubmit={resolve}>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        required
        maxLength={longestReason}
      />
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.resolve}
      </button>
    </Form>
  );
}
