import { describe, expect, test } from 'vitest';
import { artworkById } from '../../../generator/artwork/catalogue.ts';
import type { DistrictJob } from '../../../generator/run/job.ts';
import { createDistrictMaker } from '../../../generator/run/make-district.ts';
import { campaign, fonts, layOutOne, sources } from '../press-room.ts';

const base = await layOutOne(artworkById('board', campaign));

function job(stations: string[]): DistrictJob {
  return {
    district: 'shamli',
    districtHi: 'शामली',
    stations: stations.map((station) => ({
      nameHi: station,
      artwork: 'board',
      imprint: {
        district: 'shamli',
        station,
        name: `थाना ${station}`,
        districtName: 'जनपद शामली',
        code: '000000',
        url: 'https://UPPOLICE.GOV.IN/Q000000',
      },
      targets: [
        {
          path: `shamli/${station}/shamli-${station}-board.pdf`,
          inputs: 'x',
          artwork: 'board',
          kind: 'pdf',
        },
      ],
    })),
    ticket: null,
    zip: { path: 'shamli/shamli.zip', inputs: 'x', entries: [], note: '' },
    known: {},
  };
}

function maker(write: (path: string) => void) {
  return createDistrictMaker({
    campaign,
    fonts,
    intent: sources.intent,
    layouts: new Map([['board', base]]),
    out: '/nowhere',
    write,
  });
}

const failing = (code: string) =>
  Object.assign(new Error(`${code}: write`), { code }) as NodeJS.ErrnoException;

describe('a disk that gives out', () => {
  test.each([
    ['ENOSPC', 'Expected room on the disk, got none left (ENOSPC)'],
    ['EDQUOT', 'Expected room on the disk, got none left (EDQUOT)'],
    ['EROFS', 'EROFS: write'],
  ])('%s ends the district at once and says so', async (code, message) => {
    const written: string[] = [];
    const make = maker((path) => {
      written.push(path);
      if (written.length === 2) throw failing(code);
    });
    const result = await make(job(['कैराना', 'कांधला', 'झिंझाना']), () => undefined);
    expect(written).toHaveLength(2);
    expect(result.made).toHaveLength(1);
    expect(result.faults).toEqual([{ what: 'shamli/कांधला board', message, fatal: true }]);
  });

  test('any other fault costs its own station only, and the ZIP that would lack it', async () => {
    const written: string[] = [];
    const make = maker((path) => {
      written.push(path);
      if (path.includes('कांधला')) throw failing('EACCES');
    });
    const result = await make(job(['कैराना', 'कांधला', 'झिंझाना']), () => undefined);
    expect(result.made.map(({ path }) => path)).toEqual([
      'shamli/कैराना/shamli-कैराना-board.pdf',
      'shamli/झिंझाना/shamli-झिंझाना-board.pdf',
    ]);
    expect(written.some((path) => path.endsWith('.zip'))).toBe(false);
    expect(result.faults).toMatchObject([{ fatal: false }]);
  });
});
