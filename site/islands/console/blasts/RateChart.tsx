import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../console-context.ts';
import type { MinuteFigures } from './blast-answers.ts';
import { lastHour, shownMinutes } from './minutes.ts';
import { useBlastWords } from './use-blast-words.ts';

const minuteMs = 60_000;
const width = 600;
const height = 120;
const ground = 100;

/** Messages sent in each of the last 60 minutes, as bars, with the same as a table. */
export function RateChart({
  minutes,
  running,
}: {
  minutes: readonly MinuteFigures[];
  running: boolean;
}) {
  const { language } = useConsole();
  const words = useBlastWords();
  const bars = lastHour(minutes, running, Date.now());
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map(({ sent }) => sent), 1);
  const step = width / shownMinutes;
  const count = (value: number) => formatNumber(value, language);
  const busy = bars.filter(({ sent, settled, failed }) => sent + settled + failed > 0);
  return (
    <figure className="rate">
      <figcaption>{words.rate.title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.rate.alternative(count(most))}
      >
        {bars.map(({ minute, sent }, index) => (
          <rect
            key={minute}
            x={(shownMinutes - bars.length + index) * step + 1}
            y={ground - (sent / most) * (ground - 20)}
            width={step - 2}
            height={(sent / most) * (ground - 20)}
          />
        ))}
        <line x1="0" x2={width} y1={ground} y2={ground} />
        <text x="0" y="14">
          {words.rate.most(count(most))}
        </text>
        <text x="0" y={height - 4}>
          {clock(bars[0]?.minute ?? 0, shownMinutes - bars.length)}
        </text>
        <text x={width} y={height - 4} textAnchor="end">
          {clock(bars.at(-1)?.minute ?? 0, 0)}
        </text>
      </svg>
      <details>
        <summary>{words.rate.table}</summary>
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">{words.rate.minute}</th>
              <th scope="col">{words.rate.sent}</th>
              <th scope="col">{words.rate.settled}</th>
              <th scope="col">{words.rate.failed}</th>
            </tr>
          </thead>
          <tbody>
            {busy.toReversed().map(({ minute, sent, settled, failed }) => (
              <tr key={minute}>
                <th scope="row">{clock(minute, 0)}</th>
                <td>{count(sent)}</td>
                <td>{count(settled)}</td>
                <td>{count(failed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function clock(minute: number, earlier: number): string {
  return new Intl.DateTimeFormat('en-IN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Kolkata',
  }).format(minute - earlier * minuteMs);
}
