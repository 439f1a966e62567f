/** Where a district is on the hexagon map. */
export interface Placed {
  tileCol: number;
  tileRow: number;
}

/** Width of a hexagon in units of the drawing; a corner points down. */
const tileWidth = 100;
const radius = tileWidth / Math.sqrt(3);
const rowStep = radius * 1.5;
const gap = 2;
/** Minimum width of a map, in districts, so that the tiles of a small one stay small. */
const leastTiles = 5;

interface Point {
  x: number;
  y: number;
}

/** Centre of a tile; odd rows are half a tile further right. */
export function tileCentre({ tileCol, tileRow }: Placed): Point {
  return {
    x: tileWidth * (tileCol + (tileRow % 2 === 0 ? 0.5 : 1)),
    y: radius + rowStep * tileRow,
  };
}

/** Outline of a tile around the origin, with a little space to its neighbours. */
export const tileOutline = `M${corners(radius - gap)
  .map(place)
  .join('L')}Z`;

/** Width and height of the drawing that holds all tiles. */
export function mapSize(tiles: readonly Placed[]): { width: number; height: number } {
  const centres = tiles.map(tileCentre);
  return {
    width: Math.ceil(
      Math.max(leastTiles * tileWidth, ...centres.map(({ x }) => x + tileWidth / 2)),
    ),
    height: Math.ceil(Math.max(...centres.map(({ y }) => y)) + radius),
  };
}

/** The lines between tiles that belong to different areas, as one path. */
export function borders<Tile extends Placed>(
  tiles: readonly Tile[],
  areaOf: (tile: Tile) => string,
): string {
  const byPlace = new Map(tiles.map((tile) => [`${tile.tileCol},${tile.tileRow}`, tile]));
  const segments: string[] = [];
  for (const tile of tiles) {
    const centre = tileCentre(tile);
    const points = corners(radius).map(({ x, y }) => ({ x: centre.x + x, y: centre.y + y }));
    // Half of the sides is enough: the other half is drawn by the neighbours.
    for (const [side, { tileCol, tileRow }] of neighbours(tile).entries()) {
      const neighbour = byPlace.get(`${tileCol},${tileRow}`);
      const from = points[side];
      const to = points[side + 1];
      if (neighbour === undefined || from === undefined || to === undefined) continue;
      if (areaOf(neighbour) !== areaOf(tile)) segments.push(`M${place(from)}L${place(to)}`);
    }
  }
  return segments.join('');
}

/** Neighbours to the north-east, east and south-east: behind the sides 0, 1 and 2. */
function neighbours({ tileCol, tileRow }: Placed): Placed[] {
  const shift = tileRow % 2 === 0 ? 0 : 1;
  return [
    { tileCol: tileCol + shift, tileRow: tileRow - 1 },
    { tileCol: tileCol + 1, tileRow },
    { tileCol: tileCol + shift, tileRow: tileRow + 1 },
  ];
}

/** Corners clockwise from the top. */
function corners(size: number): Point[] {
  return [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = (Math.PI / 3) * corner - Math.PI / 2;
    return { x: size * Math.cos(angle), y: size * Math.sin(angle) };
  });
}

function place({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** Endings before which a long name may be broken. */
const endings = /(कबीरनगर|नगर|nagar|shahr|abad|pur|garh|ganj|banki|koot|bhadra|asti)$/;
const widestLine = 10;
const longestLine = { hi: 6, en: 8 } as const;

/** A name in lines that fit a tile. */
export function tileLines(name: string, language: 'hi' | 'en'): string[] {
  const words = name.split(' ');
  const start = words.slice(0, -1).join(' ');
  if (words.length > 1 && start.length > widestLine) return words;
  if (words.length > 1) return [start, words.at(-1) ?? ''];
  const ending = endings.exec(name)?.[0];
  if (ending === undefined || letterCount(name, language) <= longestLine[language]) return [name];
  const stem = name.slice(0, -ending.length);
  return [language === 'en' ? `${stem}-` : stem, ending];
}

/** The first letters of a name, for a tile on a phone: two aksharas, or three Latin letters. */
export function tileInitials(name: string, language: 'hi' | 'en'): string {
  return letters(name, language)
    .slice(0, language === 'hi' ? 2 : 3)
    .join('');
}

/** How many letters a reader sees; an akshara counts as one. */
export function letterCount(text: string, language: 'hi' | 'en'): number {
  return letters(text, language).length;
}

function letters(text: string, language: 'hi' | 'en'): string[] {
  return [...new Intl.Segmenter(language).segment(text)].map(({ segment }) => segment);
}
