import { useConsole } from '../../ui/console-context.ts';
import { height, linePoints, width } from './line-points.ts';

interface TrendLineProps {
  title: string;
  /** In the order of their dates. */
  days: readonly { date: string; total: number }[];
}

/** Totals as one line from the first known day to the last, with both figures; nothing for a single day. */
export function TrendLine({ title, days }: TrendLineProps) {
  const { format } = useConsole();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || first.date === last.date) return null;
  const say = ({ date, total }: typeof first) => `${format.day(date)}: ${format.number(total)}`;
  return (
    <figure className="trend">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}: ${say(first)}, ${say(last)}`}
      >
        <polyline points={linePoints(days)} />
      </svg>
      <figcaption className="detail">
        <span>{say(first)}</span> <span>{say(last)}</span>
      </figcaption>
    </figure>
  );
}
