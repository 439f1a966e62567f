import type { FleetView } from '../../../../messaging/contract/fleets.ts';
import { fleetWordsIn } from '../../../i18n/fleet-words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../console-context.ts';

/** How many of the vehicles have their panels. */
export function FleetProgress({
  counts: { waiting, made, failed },
  lost,
  shown,
}: {
  counts: FleetView['counts'];
  lost: boolean;
  shown: number;
}) {
  const { language } = useConsole();
  const words = fleetWordsIn(language);
  const figure = (count: number) => formatNumber(count, language);
  const total = waiting + made + failed;
  const text = words.progress(figure(made), figure(total));
  const rest = [
    waiting > 0 && words.waiting(figure(waiting)),
    failed > 0 && words.failed(figure(failed)),
    made === total && words.done,
  ].filter((part) => part !== false);
  return (
    <div className="fleet-progress">
      {waiting > 0 && <progress max={total} value={made + failed} aria-label={text} />}
      <p role="status">
        <strong>{text}</strong> · {rest.join(' · ')}
      </p>
      {failed > 0 && <p className="detail">{words.failedText}</p>}
      {shown < total && <p className="detail">{words.showing(figure(shown), figure(total))}</p>}
      {lost && <p className="detail">{words.lost}</p>}
    </div>
  );
}
