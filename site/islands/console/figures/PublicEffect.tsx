import type { ShownFigures } from '../../../../messaging/figures/reports/reports-schemas.ts';
import { formatChance, formatDay, formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { figureWordsIn } from './figure-words.ts';

/** The public page now, and as it would be: the count, the pace, the chance. */
export function PublicEffect({ before, after }: { before: ShownFigures; after: ShownFigures }) {
  const { language } = useConsole();
  const words = figureWordsIn(language);
  const count = (value: number | null) =>
    value === null ? words.unknown : formatNumber(Math.round(value), language);
  const texts = (figures: ShownFigures) => [
    count(figures.total),
    figures.asOf === null ? words.unknown : formatDay(figures.asOf, language),
    count(figures.perDay),
    count(figures.requiredPerDay),
    figures.chance === null ? words.unknown : formatChance(figures.chance),
    count(figures.expectedEnd),
  ];
  const names = [
    words.total,
    words.asOf,
    words.perDay,
    words.required,
    words.chance,
    words.expectedEnd,
  ];
  const now = texts(before);
  const then = texts(after);
  return (
    <table className="figures-table effect">
      <caption>{words.effect}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, at) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{now[at]}</td>
            <td className={now[at] === then[at] ? undefined : 'changed'}>{then[at]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
