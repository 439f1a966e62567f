import { minuteMs } from '../../../../../campaigns/durations.ts';
import { timeZone } from '../../../../../campaigns/tracker/clock.ts';
import type { MinuteFigures } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { listLastHour, shownMinutes } from './figures.ts';
import { runWordsIn } from './run-words.ts';

/** Messages sent in each of the last 60 minutes, as bars, with the same as a table. */
export function RateChart({
  minutes,
  running,
}: {
  minutes: readonly MinuteFigures[];
  running: boolean;
}) {
  const { language, words } = useConsole(runWordsIn);
  const bars = listLastHour(minutes, running, Date.now());
  // The frame is drawn before the first message, so that nothing moves when it is sent.
  if (bars.length === 0 && !running) return null;
  const most = Math.max(...bars.map(({ sent }) => sent), 1);
  const last = bars.at(-1)?.minute ?? Date.now();
  const count = (value: number) => formatNumber(value, language);
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
