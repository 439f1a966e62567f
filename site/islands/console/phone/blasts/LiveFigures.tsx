import { minuteMs } from '../../../../../campaigns/durations.ts';
import { leftOfBudget } from '../../../../../campaigns/messages/draft-fields.ts';
import { clockTime, sendingHours } from '../../../../../campaigns/messages/legal-hours.ts';
import { countWhatsapp } from '../../../../../campaigns/messages/whatsapp-outcome.ts';
import { timeZone } from '../../../../../campaigns/tracker/clock.ts';
import { blastStatusNames } from '../../../../../campaigns/words/blast-words.ts';
import { failureAdvice } from '../../../../../campaigns/words/failure-advice.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import type { MessageChannel } from '../../../../../messaging/contract/values.ts';
import type {
  BlastDetail,
  CodeCount,
  MinuteFigures,
} from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber, formatShare } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { type Fact, Facts, Section } from '../../ui/parts.tsx';
import { whatsappWordsIn } from '../whatsapp-words.ts';
import { blastWordsIn, figureWords } from './blast-words.ts';
import {
  countPerMinute,
  estimatePaise,
  isOutside,
  listLastHour,
  type Summary,
  shownMinutes,
  summarise,
} from './figures.ts';
import { GatewayParts } from './GatewayParts.tsx';
import { runWordsIn } from './run-words.ts';

/** Progress of a blast: figures first, then why messages failed, how fast it goes and what it costs. */
export function LiveFigures({ detail }: { detail: BlastDetail }) {
  const { words, format } = useConsole(runWordsIn);
  const { blast, figures, minutes } = detail;
  const summary = summarise(figures.all);
  const count = format.number;
  return (
    <Section id="live" title={words.live.title} level="h3" className="live">
      {blast.plannedAt === null ? (
        <p role="status">
          {words.live.planning} {summary.all > 0 && words.live.planned(count(summary.all))}
        </p>
      ) : (
        <>
          {detail.laterSince !== null && (
            <p className="notice bad" role="status">
              {words.live.outage(format.moment(detail.laterSince))}
            </p>
          )}
          <p className="headline">
            <strong>{count(summary.sent)}</strong>{' '}
            {blast.channel === 'ivr'
              ? words.live.calledOf(count(summary.all))
              : words.live.sentOf(count(summary.all))}
          </p>
          <Bar summary={summary} />
          <Parts summary={summary} channel={blast.channel} />
          <Terms detail={detail} />
          <GatewayParts parts={detail.byGateway} />
          <RateChart minutes={minutes} running={blast.status === 'running'} />
          <Reasons counts={figures.byCode} />
        </>
      )}
    </Section>
  );
}

const parts = ['delivered', 'awaited', 'failed', 'unknown', 'skipped', 'waiting'] as const;

/** The parts as lengths; their names and figures are below. */
function Bar({ summary }: { summary: Summary }) {
  if (summary.all === 0) return null;
  return (
    <div className="blast-bar" aria-hidden="true">
      {parts.map((part) => (
        <span
          key={part}
          className={part}
          style={{ flexGrow: summary[part], display: summary[part] === 0 ? 'none' : 'block' }}
        />
      ))}
    </div>
  );
}

function Parts({ summary, channel }: { summary: Summary; channel: MessageChannel }) {
  const { words, format } = useConsole(blastWordsIn);
  return (
    <dl className="blast-parts">
      {parts.map((part) => (
        <div key={part}>
          <dt>
            <span className={`mark ${part}`} />
            {figureWords(words, channel)[part]}
          </dt>
          <dd>
            {format.number(summary[part])}
            {summary.all > 0 && <small>{formatShare(summary[part] / summary.all)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Terms({ detail }: { detail: BlastDetail }) {
  const { language, words, format } = useConsole(runWordsIn);
  const { blast, figures, costSoFarPaise, minutes, etaMinutes } = detail;
  const ceiling = leftOfBudget(blast);
  const rupees = (paise: number) => format.rupees(paise);
  const hours = sendingHours(blast);
  const shut = hours !== null && isOutside(hours, new Date());
  const { canary, all } = figures;
  const tried = summarise(canary);
  const rate = countPerMinute(minutes, Date.now());
  const describeRest = () => {
    if (blast.status === 'paused') return blastStatusNames[language].paused;
    if (summarise(all).waiting === 0) return words.live.receipts;
    if (blast.status === 'scheduled' && blast.startsAt !== null) {
      return words.live.begins(format.moment(blast.startsAt));
    }
    if (shut) return words.live.shut(clockTime(hours.fromMinute));
    if (detail.laterSince !== null) return words.live.etaOutage;
    return etaMinutes === null ? words.live.etaUnknown : words.live.eta(etaMinutes);
  };
  const describeCanary = () => {
    if (tried.all === 0) return words.live.noCanary;
    const delivered = `${format.number(tried.delivered)}/${format.number(tried.all)}`;
    return blast.canaryPassed
      ? words.live.canaryPassed(delivered)
      : words.live.canaryWaits(delivered, formatShare(blast.policy.canaryDeliveredShare));
  };
  const running = blast.endedAt === null;
  return (
    <Facts
      className="facts"
      facts={[
        running && [words.live.rest, describeRest()],
        blast.status === 'running' && [words.live.rate, words.live.perMinute(format.number(rate))],
        [words.live.canary, describeCanary()],
        ...describeWhatsapp(detail, language),
        [
          words.live.cost,
          <>
            <strong>{rupees(costSoFarPaise)}</strong>
            {running && ` ${words.live.costOf(rupees(estimatePaise(detail)))}`}
            {ceiling !== null && (
              <>
                , {words.live.ceiling(rupees(ceiling))}
                <progress
                  className="spend"
                  max={ceiling}
                  value={Math.min(costSoFarPaise, ceiling)}
                  aria-label={words.live.cost}
                />
              </>
            )}
          </>,
        ],
      ]}
    />
  );
}

/** Read, opened and blocked, which WhatsApp alone tells. */
function describeWhatsapp({ blast, figures, link }: BlastDetail, language: 'hi' | 'en'): Fact[] {
  if (blast.channel !== 'whatsapp') return [];
  const words = whatsappWordsIn(language);
  const { read, blocked } = countWhatsapp(figures.byCode);
  return [
    [words.read, formatNumber(read, language)],
    [words.opened, formatNumber(link.visitors, language)],
    [words.blocked, formatNumber(blocked, language)],
  ];
}

/** Uncertain messages have no final code yet. */
const settled: readonly CodeCount['status'][] = ['failed', 'undelivered', 'skipped'];
const mostRows = 12;
/** The service's codes are words, which the reason says already. */
const isOwn = (code: string) => /^[a-z]+(-[a-z]+)*$/.test(code);

/** Why messages failed, and what to do about it: the provider's code with its words, the most frequent first. */
function Reasons({ counts }: { counts: readonly CodeCount[] }) {
  const { language, words, format } = useConsole(runWordsIn);
  const byCode = new Map<string, number>();
  for (const { status, code, recipients } of counts) {
    if (settled.includes(status)) byCode.set(code, (byCode.get(code) ?? 0) + recipients);
  }
  if (byCode.size === 0) return null;
  const all = [...byCode].toSorted(([, left], [, right]) => right - left);
  const rows = all.slice(0, mostRows);
  const others = all.slice(mostRows);
  return (
    <FigureTable
      caption={words.codes.caption}
      rows={rows}
      keyOf={([code]) => code}
      columns={[
        [words.codes.code, ([code]) => (isOwn(code) ? '–' : code)],
        [
          words.codes.reason,
          ([code]) => (
            <>
              {providerCode(code, language) ?? words.codes.unlisted}{' '}
              <span className="detail">{failureAdvice(code, language)}</span>
            </>
          ),
          'words',
        ],
        [words.codes.count, ([, recipients]) => format.number(recipients)],
      ]}
    >
      {others.length > 0 && (
        <tr>
          <th scope="row">…</th>
          <td className="words">{words.codes.others(format.number(others.length))}</td>
          <td>{format.number(others.reduce((sum, [, recipients]) => sum + recipients, 0))}</td>
        </tr>
      )}
    </FigureTable>
  );
}

/** Messages sent in each of the last 60 minutes, as bars, with the same as a table. */
function RateChart({ minutes, running }: { minutes: readonly MinuteFigures[]; running: boolean }) {
  const { words, format } = useConsole(runWordsIn);
  const bars = listLastHour(minutes, running, Date.now());
  // The frame is drawn before the first message, so that nothing moves when it is sent.
  if (bars.length === 0 && !running) return null;
  const most = Math.max(...bars.map(({ sent }) => sent), 1);
  const last = bars.at(-1)?.minute ?? Date.now();
  const count = format.number;
  const busy = bars.filter(({ sent, settled, failed }) => sent + settled + failed > 0);
  return (
    <figure className="rate">
      <figcaption>{words.rate.title}</figcaption>
      <p className="detail">{words.rate.most(count(most))}</p>
      <svg
        viewBox={`0 0 ${shownMinutes} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.rate.alternative(count(most))}
      >
        {bars.map(({ minute, sent }, index) => (
          <rect
            key={minute}
            x={shownMinutes - bars.length + index + 0.1}
            y={1 - sent / most}
            width={0.8}
            height={sent / most}
          />
        ))}
      </svg>
      <p className="detail axis">
        <span>{clock(last - (shownMinutes - 1) * minuteMs)}</span>
        <span>{clock(last)}</span>
      </p>
      <details>
        <summary>{words.rate.table}</summary>
        <FigureTable
          rows={busy.toReversed()}
          keyOf={({ minute }) => minute}
          columns={[
            [words.rate.minute, ({ minute }) => clock(minute)],
            [words.rate.sent, ({ sent }) => count(sent)],
            [words.rate.settled, ({ settled }) => count(settled)],
            [words.rate.failed, ({ failed }) => count(failed)],
          ]}
        />
      </details>
    </figure>
  );
}

function clock(minute: number): string {
  return new Intl.DateTimeFormat('en-IN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(minute);
}
