// Names of the kit's files below the print folder: where (district and station), what (artwork and side), and for whom. A file that
// leaves its folder still says all of it. What lists, makes or looks for a file asks here.

/** Kinds of file that are made of sides, or of the press file, when they are asked for. */
export const demandedKinds = ['tiff', 'jpeg', 'rgb', 'proof'] as const;
export type DemandedKind = (typeof demandedKinds)[number];

interface Place {
  district: string;
  station: string;
}

/** Parts of an artwork that are in names. */
interface Sides {
  id: string;
  pages: readonly { id: string }[];
  previewWidthsPx: readonly number[];
  imposition?: unknown;
}

/** `<district>-<station>-<artwork>.pdf`: what the shop prints from, and what orders and approvals name. */
export function pressPath(place: Place, artwork: string): string {
  return `${sidePath(place, artwork, '')}.pdf`;
}

/** `<district>-<station>-<artwork>[-front|-back]-<width>.png` */
export function previewPath(place: Place, artwork: string, page: string, widthPx: number): string {
  return `${sidePath(place, artwork, page)}-${widthPx}.png`;
}

export function previewPaths(place: Place, { id, pages, previewWidthsPx }: Sides): string[] {
  return pages.flatMap((page) =>
    previewWidthsPx.map((width) => previewPath(place, id, page.id, width)),
  );
}

/** The press gets CMYK, a phone a small JPEG in RGB: sent to the other, either is useless. */
const endings: Record<DemandedKind, string> = {
  tiff: '-press.tif',
  jpeg: '-press.jpg',
  rgb: '-phone.jpg',
  proof: '-proof.pdf',
};

/** `<district>-<station>-<artwork>[-front|-back]-press.tif` and the like. */
export function demandedPath(
  place: Place,
  artwork: string,
  page: string,
  kind: DemandedKind,
): string {
  return `${sidePath(place, artwork, page)}${endings[kind]}`;
}

/** A proof shows all sides on one page; the others are made of sides, so that an imposed sheet is a press file only. */
export function demandedPaths(
  place: Place,
  { id, pages, imposition }: Sides,
  kind: DemandedKind,
): string[] {
  if (imposition !== undefined) return [];
  if (kind === 'proof') return [demandedPath(place, id, '', kind)];
  return pages.map((page) => demandedPath(place, id, page.id, kind));
}

const saysSo = /-(?:press|proof|job-ticket)\.pdf$/;

/**
 * The name under which a file leaves its folder: `<district>-<station>-<artwork>-press.pdf`, beside the `-phone.jpg` that is
 * for a chat. In the folder a press file keeps its name, since orders and approvals hold it.
 */
export function sentName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return saysSo.test(name) ? name : name.replace(/\.pdf$/, '-press.pdf');
}

/** `<district>[-<station>…][-<artwork>…]-job-ticket.pdf`: of the whole kit of a district, else of what it says. */
export function ticketPath(district: string, part: readonly string[] = []): string {
  return `${district}/${[district, ...part, 'job-ticket'].join('-')}.pdf`;
}

/** `film/<campaign>-film-<for whom or what>.<ending>`: it is no station's, so that the campaign says whose it is. */
export function filmPath(campaign: string, what: string): string {
  return `film/${campaign}-film-${what}`;
}

const printable = /^([a-z0-9-]+)\/([a-z0-9-]+)\/([a-z0-9-]+?)(?:-press)?\.(?:tif|tiff|jpg|jpeg)$/;

/** The press file of the artwork that a picture shows large enough to be printed; undefined for any other path. */
export function findPressPath(picture: string): string | undefined {
  const [, district, station, name = ''] = printable.exec(picture) ?? [];
  if (district === undefined || station === undefined) return undefined;
  // The JPEG for a phone is what an approval is given on; one of before was called by its colours.
  if (/-(phone|rgb)$/.test(name)) return undefined;
  const artwork = name.replace(`${district}-${station}-`, '').replace(/-(front|back)$/, '');
  return pressPath({ district, station }, artwork);
}

function sidePath({ district, station }: Place, artwork: string, page: string): string {
  return `${district}/${station}/${district}-${station}-${artwork}${page === '' ? '' : `-${page}`}`;
}
