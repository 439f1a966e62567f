import { findShade } from '../../../../../campaigns/figures/charts/shades.ts';
import {
  formatDelay,
  operatorFigureWords,
  operatorName,
} from '../../../../../campaigns/words/operator-figures-words.ts';
import type { MessageChannel, UnknownDecision } from '../../../../../messaging/contract/values.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { TileMap } from '../../../../components/TileMap.tsx';
import { formatShare } from '../../../../i18n/format.ts';
import { AskButton, AskForm } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { readText } from '../../ui/form-text.ts';
import { Facts, Section } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { blastPath, copyPath } from './blast-paths.ts';
import { blastWordsIn, figureWords } from './blast-words.ts';
import { pickMapSteps, summarise } from './figures.ts';
import { runWordsIn } from './run-words.ts';
import { useFirstRows } from './WhoGetsIt.tsx';

interface AfterRunProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** Results, and what can still be done: doubtful messages, a retry, reports. */
export function AfterRun({ detail, reload }: AfterRunProps) {
  const may = useMay();
  const { blast, figures } = detail;
  const { unknown, failed } = summarise(figures.all);
  const approves = may('blast.approve');
  const drafts = may('blast.draft');
  if (blast.startedAt === null) return null;
  return (
    <>
      {unknown > 0 && <Doubtful detail={detail} decides={approves} reload={reload} />}
      <Response detail={detail} />
      {blast.endedAt !== null && failed > 0 && drafts && <Retry detail={detail} />}
      <DistrictFigures rows={detail.byDistrict} channel={blast.channel} />
      <OperatorFigures rows={detail.byOperator} />
      <Reports detail={detail} />
      {blast.endedAt !== null && drafts && <OnceMore blast={blast} />}
    </>
  );
}

/** Messages of which the answer was lost; an officer decides on what asking the gateway does not settle. */
function Doubtful({ detail, decides, reload }: AfterRunProps & { decides: boolean }) {
  const { service, words, format } = useConsole(runWordsIn);
  const { state } = useLoad('GET /api/gateways');
  const { blast, figures } = detail;
  if (state.kind !== 'loaded') return null;
  const gateway = state.value.gateways.find(({ name }) => name === blast.gateway);
  // A WhatsApp message has its link in a button, which no listing shows: its receipt alone settles it.
  const reconcile = blast.channel === 'whatsapp' ? 'callback' : gateway?.reconcile;
  const lists = reconcile === 'list';
  const undecided = countLeft(figures.byCode);
  const isOver = blast.status === 'finished' || blast.status === 'stopped';
  const decidable = reconcile === 'callback' ? isOver : !lists || undecided > 0;
  // While it runs these come and go by themselves; their figure is above.
  if (!decidable && (blast.status === 'running' || reconcile === 'callback')) return null;
  const settle = (decision: UnknownDecision) => (fields: FormData) =>
    service
      .ask('POST /api/blasts/:id/unknown', {
        params: { id: blast.id },
        body: { decision, reason: readText(fields, 'reason') },
      })
      .finally(reload);
  return (
    <div className="notice plain">
      <p>
        <strong>{words.doubtful.title(format.number(figures.all.unknown))}</strong>
      </p>
      {!decidable ? (
        <p>{words.doubtful.settles}</p>
      ) : (
        <>
          <p>{lists ? words.doubtful.left(format.number(undecided)) : words.doubtful.decide}</p>
          {decides ? (
            <>
              <AskForm button={words.doubtful.countAsSent} send={settle('count-as-sent')} />
              {reconcile === 'none' && !isOver && (
                <AskForm
                  button={words.doubtful.sendAgain}
                  look="button quiet"
                  send={settle('send-again')}
                />
              )}
            </>
          ) : (
            <p>{words.doubtful.hqDecides}</p>
          )}
        </>
      )}
    </div>
  );
}

/** Counts the messages that the look-up at the gateway has left to an officer. */
function countLeft(byCode: BlastDetail['figures']['byCode']): number {
  return byCode
    .filter(({ status, code }) => status === 'unknown' && ['listed', 'no-proof'].includes(code))
    .reduce((sum, { recipients }) => sum + recipients, 0);
}

/** People whom the link brought, what it cost, and who opted out. */
function Response({ detail }: { detail: BlastDetail }) {
  const { words, format } = useConsole(runWordsIn);
  const { link, stops, costSoFarPaise, installs, installsUntil } = detail;
  const count = format.number;
  const each = (value: number) =>
    value === 0 ? '–' : format.rupees(Math.round(costSoFarPaise / value));
  return (
    <Section id="response" title={words.response.title} level="h3">
      <Facts
        className="blast-parts"
        facts={[
          [words.response.scans, count(link.scans)],
          [words.response.visitors, count(link.visitors)],
          [words.response.perScan, each(link.scans)],
          [words.response.stops, stops === null ? '–' : count(stops)],
          [words.response.installs, installs === null ? '–' : count(installs)],
          installs !== null && [words.response.perInstall, each(installs)],
        ]}
      />
      <p className="detail">
        {installs === null || installsUntil === null
          ? words.response.noInstalls
          : words.response.until(format.day(installsUntil))}
      </p>
    </Section>
  );
}

function Retry({ detail: { blast, figures } }: { detail: BlastDetail }) {
  const { language, service, words, format } = useConsole(runWordsIn);
  const failed = figures.all.failed + figures.all.undelivered;
  return (
    <Section id="retry" title={words.retry.title} level="h3">
      <p>{words.retry.text(format.number(failed))}</p>
      <AskButton
        button={words.retry.make}
        send={async () => {
          const params = { id: blast.id };
          const { blast: draft } = await service.ask('POST /api/blasts/:id/retry', { params });
          location.assign(blastPath(language, draft.id));
        }}
      />
    </Section>
  );
}

/** A new draft like a blast that is over. */
function OnceMore({ blast }: Pick<BlastDetail, 'blast'>) {
  const { language } = useConsole();
  const words = runWordsIn(language).copy;
  return (
    <Section id="once-more" title={words.title} level="h3">
      <p>{words.text}</p>
      <p>
        <a className="button quiet" href={copyPath(language, blast.id)}>
          {words.make}
        </a>
      </p>
    </Section>
  );
}

function Reports({ detail: { blast } }: { detail: BlastDetail }) {
  const { language, words } = useConsole(runWordsIn);
  const params = { id: blast.id };
  const pdf = makeAddress('GET /api/blasts/:id/report.pdf', { params, query: { language } });
  return (
    <Section id="reports" title={words.reports.title} level="h3">
      <ul className="plain row">
        <li>
          <a className="button quiet" href={pdf} download>
            PDF
          </a>
        </li>
        <li>
          <a
            className="button quiet"
            href={makeAddress('GET /api/blasts/:id/report.xlsx', { params })}
            download
          >
            Excel (XLSX)
          </a>
        </li>
        <li>
          <a
            className="button quiet"
            href={makeAddress('GET /api/blasts/:id/report.csv', { params })}
            download
          >
            CSV
          </a>
        </li>
      </ul>
      <p className="detail">{words.reports.text}</p>
    </Section>
  );
}

/** Figures of each district once the blast has ended; the largest first. */
function DistrictFigures({
  rows,
  channel,
}: {
  rows: BlastDetail['byDistrict'];
  channel: MessageChannel;
}) {
  const { language, words: shared, format } = useConsole();
  const nameDistrict = useDistrictName();
  const { words } = useConsole(blastWordsIn);
  const runWords = runWordsIn(language);
  const count = format.number;
  const names = figureWords(words, channel);
  const sorted = rows
    .map(({ district, figures }) => ({ district, ...summarise(figures) }))
    .toSorted((left, right) => right.all - left.all);
  const { shown, more } = useFirstRows(sorted);
  const contacts = new Map(
    sorted.flatMap(({ district, sent }) =>
      district === null || sent === 0 ? [] : [[district, sent] as const],
    ),
  );
  if (rows.length === 0) return null;
  return (
    <Section id="by-district" title={runWords.byDistrict} level="h3">
      <div className={contacts.size > 1 ? 'map-and-table' : undefined}>
        {contacts.size > 1 && (
          <DistrictMap contacts={contacts} name={names.sent} tableId="district-figures" />
        )}
        <div>
          <FigureTable
            id="district-figures"
            rows={shown}
            keyOf={({ district }) => district ?? ''}
            columns={[
              [
                shared.district,
                ({ district }) =>
                  district === null ? words.segments.noDistrict : nameDistrict(district),
              ],
              [names.sent, ({ sent }) => count(sent)],
              [names.delivered, ({ delivered }) => count(delivered)],
              [names.failed, ({ failed }) => count(failed)],
            ]}
          />
          {more}
        </div>
      </div>
    </Section>
  );
}

/** Delivery and delay at each telecom operator, once the blast has ended. */
function OperatorFigures({ rows }: { rows: BlastDetail['byOperator'] }) {
  const { language, format } = useConsole();
  const { title, head } = operatorFigureWords[language];
  const [name = '', sent = '', delivered = '', share = '', half = '', most = ''] = head;
  const { shown, more } = useFirstRows(rows);
  if (rows.length === 0) return null;
  return (
    <Section id="by-operator" title={title} level="h3">
      <FigureTable
        className="figures-table phone-wide"
        rows={shown}
        keyOf={(row) => operatorName(row, language)}
        columns={[
          [name, (row) => operatorName(row, language)],
          [sent, (row) => format.number(row.sent)],
          [delivered, (row) => format.number(row.delivered)],
          [share, (row) => formatShare(row.delivered / row.sent)],
          [half, ({ medianSeconds }) => formatDelay(medianSeconds, language)],
          [most, ({ slowSeconds }) => formatDelay(slowSeconds, language)],
        ]}
      />
      {more}
    </Section>
  );
}

interface DistrictMapProps {
  /** Contacts by district; one without any has no entry. */
  contacts: ReadonlyMap<string, number>;
  /** Title of the legend. */
  name: string;
  /** Id of the table with the same figures, to which the tiles lead. */
  tableId: string;
}

/** Contacts by district on the hexagon map; the table next to it has the figures. */
function DistrictMap({ contacts, name, tableId }: DistrictMapProps) {
  const { language, districts, words, format } = useConsole(runWordsIn);
  const steps = pickMapSteps([...contacts.values()]);
  const count = format.number;
  const labels = [
    words.map.none,
    ...steps.map((step) => words.map.upTo(count(step))),
    words.map.over(count(steps.at(-1) ?? 0)),
  ];
  return (
    <figure className="district-map">
      <figcaption className="detail">{name}</figcaption>
      <ul className="plain map-legend">
        {labels.map((label, shade) => (
          <li key={label}>
            <svg className="tile-map swatch" viewBox="0 0 24 16" aria-hidden="true">
              <rect className={`tile shade-${shade}`} width="24" height="16" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <TileMap
        language={language}
        districts={districts}
        hrefOf={() => `#${tableId}`}
        readingOf={({ id }) => {
          const value = contacts.get(id) ?? 0;
          return { text: value === 0 ? '–' : count(value), shade: findShade(value, steps) };
        }}
      />
    </figure>
  );
}
