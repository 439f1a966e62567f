import type { TileId } from '../../../../../messaging/contract/front/home.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { type Home, useHome } from './home-context.ts';

const dayMs = 86_400_000;
const mostTiles = 5;
/** Tiles that are real also while the figures are sample data. */
const real: readonly TileId[] = [
  'names-to-check',
  'names-reported',
  'trouble',
  'mail-failed',
  'account-requests',
  'accounts-locked',
  'invitations-open',
];

/** Work that waits for the officer, how much, since when; a tap leads to it. */
export function Tiles() {
  const { language } = useConsole();
  const { state, reload } = useHome();
  const words = homeWordsIn(language);
  return (
    <section className="home-waits" aria-labelledby="waiting">
      <h2 id="waiting" className="sr-only">
        {words.waits}
      </h2>
      <Await state={state} retry={reload}>
        {(home) => <TileList home={home} />}
      </Await>
    </section>
  );
}

function TileList({ home }: { home: Home }) {
  const { language, words: console } = useConsole();
  const words = homeWordsIn(language);
  const open = home.tiles.filter(({ severity }) => severity !== 'calm').slice(0, mostTiles);
  if (open.length === 0) {
    return (
      <p className="nothing" role="status">
        <strong>{words.nothing}</strong> {words.nothingText}
      </p>
    );
  }
  return (
    <ul className="plain tiles">
      {open.map(({ id, count, since, severity, link }) => (
        <li key={id}>
          <a className={`tile ${severity}`} href={localPath(language, link)} data-tile={id}>
            <strong className="tile-count">{formatNumber(count, language)}</strong>
            <span className="tile-label">
              {words.tiles[id].label(count)}
              {home.sample && !real.includes(id) && <span className="tag">{console.sample}</span>}
            </span>
            {since !== null && (
              <span className="tile-since">{sinceText(since, home.now, language)}</span>
            )}
            <span className="tile-act">
              {words.tiles[id].act} <span aria-hidden="true">→</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function sinceText(since: string, now: string, language: Language): string {
  const words = homeWordsIn(language);
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / dayMs);
  return days <= 0 ? words.today : words.since(words.days(days));
}
