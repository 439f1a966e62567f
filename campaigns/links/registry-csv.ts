import { type Assignment, type Owner, ownerKey } from './registry.ts';
import { isWithin, type Ordinals, rangesIn, type SerialRange, toOrdinal } from './serials.ts';

/** Columns of a registry file; `id` names an outlet, a vehicle or a blast. */
const header = 'serial,scope,district,station,id';
const idPattern = /^[A-Za-z0-9-]+$/;

/** Those that a registry file has. */
type FileRange = Exclude<SerialRange, 'drawn'>;

/**
 * Reads a registry file. Ids hold letters, digits and hyphens only, so that no quoting is needed.
 * @param blocks out of which an installation gives serials
 * @throws with file and row, when a line is not one that `formatRegistry` writes or a serial or owner occurs twice
 */
export function parseRegistry(
  text: string,
  file: string,
  range: FileRange,
  blocks: readonly number[] = [],
): Assignment[] {
  // Block 0 was every campaign's own in earlier versions.
  const ranges = rangesIn(range, [0, ...blocks]);
  const [first, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (first !== header) {
    throw new Error(`${file}:1: Expected the columns "${header}", got "${first}"`);
  }
  const owners = new Map<string, number>();
  const serials = new Map<number, number>();
  const assignments: Assignment[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const row = index + 2;
    const assignment = parseLine(line, `${file}:${row}`, { range, ranges });
    const key = ownerKey(assignment.owner);
    const twice = owners.get(key) ?? serials.get(assignment.serial);
    if (twice !== undefined) {
      throw new Error(
        `${file}:${row}: Expected each serial and owner once, got row ${twice} again`,
      );
    }
    owners.set(key, row);
    serials.set(assignment.serial, row);
    assignments.push(assignment);
  }
  return assignments;
}

/** The lines of a registry file, the header included. */
export function formatRegistry(assignments: readonly Assignment[], range: FileRange): string {
  const lines = assignments.map(({ serial, owner }) => formatLine(serial, owner, range));
  return `${[header, ...lines].join('\n')}\n`;
}

function parseLine(
  line: string,
  where: string,
  { range, ranges }: { range: FileRange; ranges: readonly Ordinals[] },
): Assignment {
  const [serialText = '', scope = '', district = '', station = '', id = ''] = line.split(',');
  const serial = Number(serialText);
  if (!/^\d+$/.test(serialText) || !isWithin(ranges, toOrdinal(serial))) {
    throw new Error(
      `${where}: Expected a serial of the campaign's blocks for \`serial\`, got "${serialText}"`,
    );
  }
  const owner = readOwner({ scope, district, station, id });
  if (owner === undefined || formatLine(serial, owner, range) !== line) {
    throw new Error(`${where}: Expected an owner as in the columns "${header}", got "${line}"`);
  }
  return { serial, owner };
}

function readOwner(cells: {
  scope: string;
  district: string;
  station: string;
  id: string;
}): Owner | undefined {
  const { scope, district, station, id } = cells;
  if (scope === 'state') return { scope };
  if (scope === 'district') return { scope, district };
  if (scope === 'station') return { scope, district, station };
  if (scope === 'outlet' || scope === 'blast') return { scope, id };
  if (scope === 'vehicle') return { scope, district, id };
  return undefined;
}

function formatLine(serial: number, owner: Owner, range: FileRange): string {
  if (owner.scope === 'blast' && range === 'committed') {
    throw new Error(`Expected a blast in the grown registry, got ${owner.id}`);
  }
  const { district, station, id } = { district: '', station: '', id: '', ...owner };
  const ids = Object.entries(owner).flatMap(([name, value]) => (name === 'scope' ? [] : [value]));
  const wrong = ids.find((value) => !idPattern.test(value));
  if (wrong !== undefined) {
    throw new Error(
      `Expected letters, digits and hyphens for an id of ${ownerKey(owner)}, got "${wrong}"`,
    );
  }
  return `${serial},${owner.scope},${district},${station},${id}`;
}
