import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { channels } from '../../../campaigns/channel.ts';
import {
  type Assignment,
  assignSerials,
  buildRegistry,
  type Owner,
} from '../../../campaigns/links/registry.ts';
import { formatRegistry, parseRegistry } from '../../../campaigns/links/registry-csv.ts';
import {
  listBlocks,
  rangesIn,
  serialAt,
  serialRanges,
  toOrdinal,
} from '../../../campaigns/links/serials.ts';
import { alphabet, codeLength, serialSymbols } from '../../../campaigns/links/short-code.ts';

const folder = campaignFolder('up-cop');
const file = join(folder, 'codes.csv');
const text = readFileSync(file, 'utf8');
const committed = parseRegistry(text, file, 'committed');
const registry = buildRegistry(committed);
const grownRanges = rangesIn('grown', [0]);
const hazratganj = { scope: 'station', district: 'lucknow', station: 'hazratganj' } as const;

function directoryRows(name: string): string[][] {
  const path = join(folder, 'directory', name);
  const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.split(','));
}

describe('the committed registry', () => {
  // The first 1,805 lines are on walls. They may be followed by new ones; none may change or go.
  test('keeps every serial that was ever assigned with its owner', () => {
    const printed = text
      .split('\n')
      .slice(0, 1 + 1_805)
      // Their ids of outlets are empty: that column came later.
      .map((line) => line.replace(/,(id)?$/, ''));
    const digest = createHash('sha256')
      .update(`${printed.join('\n')}\n`)
      .digest('hex');
    expect(digest).toBe('6d9805bfd40ae5afee4876be6c6f2d97103bf92b4fec7bc2683f10885926b882');
  });

  test('begins with the state and the first district, and leaves serial 0 unused', () => {
    expect(committed[0]).toEqual({ serial: serialAt(1), owner: { scope: 'state' } });
    expect(committed[1]?.owner).toEqual({ scope: 'district', district: 'agra' });
    expect(committed.some(({ serial }) => serial === 0)).toBe(false);
  });

  test('has a serial for every district and station of the directory', () => {
    const districts = directoryRows('districts.csv').map(
      ([district = '']): Owner => ({ scope: 'district', district }),
    );
    const stations = directoryRows('stations.csv').map(
      ([district = '', station = '']): Owner => ({ scope: 'station', district, station }),
    );
    expect(districts).toHaveLength(75);
    expect(stations.length).toBeGreaterThanOrEqual(1_729);
    const owners = [...districts, ...stations];
    const missing = assignSerials(committed, owners, rangesIn('committed', [0]));
    // When this fails, append exactly these lines to codes.csv.
    expect(formatRegistry(missing, 'committed').split('\n').slice(1, -1)).toEqual([]);
  });

  test('is written as it is read', () => {
    expect(formatRegistry(committed, 'committed')).toBe(text);
  });
});

describe('serials', () => {
  const last = serialRanges.drawn.last;

  test('any two differ in at least two of their four symbols', () => {
    const withoutOne = new Set<string>();
    for (let ordinal = 1; ordinal <= last; ordinal += 1) {
      const symbols = serialSymbols(serialAt(ordinal));
      for (let at = 0; at < 4; at += 1) {
        const key = `${at}${symbols.slice(0, at)}${symbols.slice(at + 1)}`;
        if (withoutOne.has(key)) throw new Error(`${symbols} differs from another in one symbol`);
        withoutOne.add(key);
      }
    }
    expect(withoutOne.size).toBe(4 * last);
  });

  // Ordinal 1,805 is 1, 27, 7 in base 31: 4×1 + 3×27 + 2×7 = 99; 99 mod 31 = 6; last symbol 31 − 6 = 25.
  test('close the sum done by hand', () => {
    expect(serialAt(1_805)).toBe(1_805 * 31 + 25);
  });

  test.each([0, -1, 31 ** 4, 1.5])('there is no serial %s', (ordinal) => {
    expect(() => serialAt(ordinal)).toThrow('for `ordinal`, got');
  });

  test('of all blocks are all serials of four symbols, each once', () => {
    const seen = new Uint8Array(31 ** 4);
    for (let ordinal = 1; ordinal < seen.length; ordinal += 1) {
      const serial = serialAt(ordinal);
      if (seen[serial] === 1) throw new Error(`${serial} stands for two ordinals`);
      seen[serial] = 1;
      if (toOrdinal(serial) !== ordinal) throw new Error(`${serial} leads to another ordinal`);
    }
    expect(seen.reduce((sum, one) => sum + one, 0)).toBe(31 ** 4 - 1);
  });

  test('of a campaign are in blocks that no other campaign has', () => {
    const first = listBlocks(committed.length);
    const others = Array.from({ length: 8 }, (_, at) => listBlocks(8_001 + at * 250));
    expect(others[7]).toEqual(listBlocks(serialRanges.committed.last));
    const all = [first, ...others].flat();
    expect(new Set(all).size).toBe(all.length);
    expect(Math.max(...all)).toBe(30);
  });
});

describe('assigning', () => {
  const blast: Owner = { scope: 'blast', id: 'b1' };

  test('goes on after the last line and skips owners that have one', () => {
    const first = assignSerials([], [hazratganj], grownRanges);
    const second = assignSerials(first, [hazratganj, blast, blast], grownRanges);
    expect(first).toEqual([{ serial: serialAt(10_000), owner: hazratganj }]);
    expect(second).toEqual([{ serial: serialAt(10_001), owner: blast }]);
  });

  test('never fills a hole that a lost line left', () => {
    const existing = [{ serial: serialAt(10_007), owner: hazratganj }];
    expect(assignSerials(existing, [blast], grownRanges)[0]?.serial).toBe(serialAt(10_008));
  });

  test('says so when the range is used up', () => {
    const existing = [{ serial: serialAt(serialRanges.grown.last), owner: hazratganj }];
    expect(() => assignSerials(existing, [blast], grownRanges)).toThrow('Expected a free serial');
  });

  test('goes on in the next block when a block is used up', () => {
    const existing = [{ serial: serialAt(serialRanges.grown.last), owner: hazratganj }];
    const [added] = assignSerials(existing, [blast], rangesIn('grown', [0, 25]));
    expect(toOrdinal(added?.serial ?? 0)).toBe(25 * 31 ** 3 + serialRanges.grown.first);
    const written = formatRegistry(added ? [added] : [], 'grown');
    expect(parseRegistry(written, 'f', 'grown', [25])).toEqual([added]);
  });
});

describe('the registry', () => {
  test('leads every code of every owner and channel back to both', () => {
    for (const { owner } of committed) {
      for (const channel of channels) {
        const code = registry.codeFor(owner, channel);
        expect(registry.ownerOf(code)).toEqual({ code, channel, owner });
      }
    }
  });

  test('takes a code as people type it', () => {
    const code = registry.codeFor(hazratganj, 'board').toLowerCase();
    expect(registry.ownerOf(`https://uppolice.gov.in/q/${code}`)?.owner).toEqual(hazratganj);
  });

  test('says whether an owner has a serial, and names one that has not', () => {
    const stranger: Owner = { scope: 'station', district: 'lucknow', station: 'nowhere' };
    expect(registry.has(hazratganj)).toBe(true);
    expect(registry.has(stranger)).toBe(false);
    expect(() => registry.codeFor(stranger, 'board')).toThrow('got station lucknow/nowhere');
  });

  test('knows no owner for serial 0, an unassigned serial and a malformed code', () => {
    expect(registry.ownerOf('000000')).toBeUndefined();
    expect(registry.ownerOf('nonsense')).toBeUndefined();
  });

  test('prefers the serial made on the installation, and both lead to the owner', () => {
    const grown: Assignment[] = [{ serial: serialAt(10_000), owner: hazratganj }];
    const both = buildRegistry(committed, grown);
    const code = both.codeFor(hazratganj, 'board');
    expect(code).not.toBe(registry.codeFor(hazratganj, 'board'));
    expect(both.ownerOf(code)?.owner).toEqual(hazratganj);
    expect(both.ownerOf(registry.codeFor(hazratganj, 'board'))?.owner).toEqual(hazratganj);
  });

  test('refuses a serial with two owners', () => {
    const grown: Assignment[] = [{ serial: serialAt(1), owner: hazratganj }];
    expect(() => buildRegistry(committed, grown)).toThrow('Expected serial 60 once');
  });
});

describe('the nearest codes', () => {
  const everyTenth = committed.filter((_, index) => index % 10 === 0);
  const everyThird = committed.filter((_, index) => index % 3 === 0);

  test('one wrong symbol: the right code is among them', () => {
    for (const { owner } of everyTenth) {
      const code = registry.codeFor(owner, 'board');
      for (let at = 0; at < codeLength; at += 1) {
        for (const symbol of [alphabet[3], alphabet[17], alphabet[29]]) {
          if (symbol === code[at]) continue;
          const found = registry.nearest(code.slice(0, at) + symbol + code.slice(at + 1));
          expect(found.map((candidate) => candidate.code)).toContain(code);
        }
      }
    }
  });

  test('one wrong symbol among the first four leads to one owner unless it looks like a swap', () => {
    let several = 0;
    let asked = 0;
    for (const { owner } of everyThird) {
      const code = registry.codeFor(owner, 'board');
      for (let at = 0; at < 4; at += 1) {
        const symbol = alphabet[(alphabet.indexOf(code.charAt(at)) + 11) % alphabet.length];
        const owners = registry.nearest(code.slice(0, at) + symbol + code.slice(at + 1));
        asked += 1;
        if (owners.length !== 1) several += 1;
      }
    }
    expect(several / asked).toBeLessThan(0.01);
  });

  test.each([
    ['swapped neighbours', (code: string) => code.slice(0, 2) + code[3] + code[2] + code.slice(4)],
    ['a symbol missing', (code: string) => code.slice(0, 1) + code.slice(2)],
    ['a symbol too many', (code: string) => `${code.slice(0, 3)}7${code.slice(3)}`],
    ['small letters and a hyphen', (code: string) => `${code.slice(0, 2)}-${code.slice(2, 5)}`],
  ])('%s: the right one is among them', (_, mistype) => {
    for (const { owner } of everyTenth) {
      const code = registry.codeFor(owner, 'pamphlet');
      const typed = mistype(code);
      if (typed === code) continue;
      expect(registry.nearest(typed.toLowerCase()).map((found) => found.code)).toContain(code);
    }
  });

  test('holds only registered codes, each once, never the typed one', () => {
    for (const { owner } of everyTenth) {
      const code = registry.codeFor(owner, 'board');
      for (const typed of [code, code.slice(1), `${code.slice(0, 3)}7${code.slice(3)}`]) {
        const found = registry.nearest(typed).map((candidate) => candidate.code);
        if (typed !== code) expect(found).not.toHaveLength(0);
        expect(found).not.toContain(typed);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((candidate) => registry.ownerOf(candidate) === undefined)).toEqual([]);
      }
    }
  });

  test.each(['', 'ABC', '12345678', 'क001Y1', '/'])('%o has none', (typed) => {
    expect(registry.nearest(typed)).toEqual([]);
  });
});

describe('a registry file', () => {
  const head = 'serial,scope,district,station,id';

  const columns = 'codes.csv:1: Expected the columns';
  const serial = 'codes.csv:2: Expected a serial';
  const owner = 'codes.csv:2: Expected an owner';
  const once = 'codes.csv:3: Expected each serial';
  const id = 'Expected letters, digits and hyphens';
  test.each([
    ['text for a serial', 'x,state,,,', serial],
    ['a serial that does not close its sum', '61,state,,,', serial],
    ['serial 0', '0,state,,,', serial],
    ['a serial of the other range', `${serialAt(10_000)},state,,,`, serial],
    ['an unknown scope', '60,zone,a,,', owner],
    ['a state with a district', '60,state,agra,,', owner],
    ['too many cells', '60,state,,,,', owner],
    ['a district without id', '60,district,,,', id],
    ['a space in an id', '60,district,a b,,', id],
    ['a blast', '60,blast,,,b1', 'Expected'],
    ['a serial twice', '60,state,,,\n60,district,agra,,', once],
    ['an owner twice', '60,state,,,\n89,state,,,', once],
  ])('with %s is refused by row', (_, rows, message) => {
    const content = `${head}\n${rows}\n`;
    expect(() => parseRegistry(content, 'codes.csv', 'committed')).toThrow(message);
  });

  test.each(['', 'a,b,c,d\n'])('with the header %j is refused', (content) => {
    expect(() => parseRegistry(content, 'codes.csv', 'committed')).toThrow(columns);
  });

  test('with a BOM, CRLF or an empty last line is read', () => {
    const content = `\uFEFF${head}\r\n60,state,,,\r\n\r\n`;
    const state = { serial: 60, owner: { scope: 'state' } };
    expect(parseRegistry(content, 'codes.csv', 'committed')).toEqual([state]);
  });

  test('of an installation holds blasts', () => {
    const owners: Owner[] = [{ scope: 'blast', id: '018f3c1e-7a52' }, hazratganj];
    const lines = assignSerials([], owners, grownRanges);
    expect(parseRegistry(formatRegistry(lines, 'grown'), 'codes.csv', 'grown')).toEqual(lines);
  });

  test('holds platforms, newspapers and vehicles', () => {
    const owners: Owner[] = [
      { scope: 'outlet', id: 'instagram' },
      { scope: 'vehicle', district: 'agra', id: 'up80g1234' },
    ];
    for (const range of ['committed', 'grown'] as const) {
      const lines = assignSerials([], owners, rangesIn(range, [0]));
      expect(parseRegistry(formatRegistry(lines, range), 'codes.csv', range)).toEqual(lines);
    }
  });
});
