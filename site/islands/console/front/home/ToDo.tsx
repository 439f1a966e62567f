import { dayMs } from '../../../../../campaigns/durations.ts';
import type { Tile } from '../../../../../messaging/front/home/home-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useHome } from './home-context.ts';

/** Lists the work that waits for the officer, how much, since when, each with the one button that leads to it. */
export function ToDo() {
  const { language } = useConsole();
  const { state, reload } = useHome();
  return (
    <section className="home-waits" aria-labelledby="waiting">
      <h2 id="waiting" className="sr-only">
        {homeWordsIn(language).waits}
      </h2>
      <Await state={state} retry={reload}>
        {({ tiles, now }) => <ToDoList tiles={tiles} now={now} />}
      </Await>
    </section>
  );
}

function ToDoList({ tiles, now }: { tiles: readonly ToDoRow[]; now: string }) {
  const { language } = useConsole();
  const words = homeWordsIn(language);
  const open = tiles.filter(({ severity }) => severity !== 'calm');
  if (open.length === 0) {
    return (
      <p className="nothing" role="status">
        <strong>{words.nothing}</strong> {words.nothingText}
      </p>
    );
  }
  return (
    <ul className="plain to-do">
      {open.map(({ id, count, since, severity, link }, at) => (
        <li key={id} className={severity} data-tile={id}>
          <p>
            <strong>
              {formatNumber(count, language)} {words.tiles[id].label(count)}
            </strong>
            {since !== null && <span className="detail">{sinceText(since, now, language)}</span>}
          </p>
          <a
            className={severity === 'urgent' || at === 0 ? 'button' : 'button quiet'}
            href={localPath(language, link)}
            aria-label={`${words.tiles[id].act}: ${formatNumber(count, language)} ${words.tiles[id].label(count)}`}
          >
            {words.tiles[id].act}
          </a>
        </li>
      ))}
    </ul>
  );
}

type ToDoRow = Omit<Tile, 'since'> & { since: string | null };

function sinceText(since: string, now: string, language: Language): string {
  const words = homeWordsIn(language);
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / dayMs);
  return days <= 0 ? words.today : words.since(words.days(days));
}
