import { describe, expect, it } from 'vitest';
import { checkCsv, checkReport } from '../../../campaigns/directory/check-report.ts';
import { readDistrictList } from '../../../campaigns/directory/corrections.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { applyOverrides } from '../../../campaigns/directory/overrides.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';

const directory = loadBaseDirectory();

describe('the report of what is still to be checked', () => {
  const report = checkReport(directory);

  it('counts every district, and lists as many names as it counts', () => {
    expect(report.counts).toHaveLength(75);
    expect(report.counts.reduce((sum, { stations }) => sum + stations, 0)).toBe(1729);
    for (const { district, toCheck } of report.counts) {
      expect(report.rows.filter((row) => row.district === district)).toHaveLength(toCheck);
    }
    expect(report.rows).toHaveLength(
      directory.stations.filter(({ needsCheck }) => needsCheck).length,
    );
  });

  it('gives the notes of a station as the reason, all of them', () => {
    const row = report.rows.find(({ station }) => station === 'grp-faizabad');
    expect(row?.reasonEn).toContain('GRP Faizabad');
    expect(row?.reasonEn).toContain('कैण्ट');
    expect(row?.strip).toBe('जी.आर.पी. थाना अयोध्या कैण्ट');
  });

  it('gives a reason in both languages for each name', () => {
    for (const row of report.rows) {
      expect(row.reasonHi).toMatch(/[\u0900-\u097F]{3}/);
      expect(row.reasonEn).toMatch(/[a-z]{3}/);
    }
  });

  it('falls to nothing when a district uses the lines that the report gives', () => {
    const lines = checkReport(directory, 'shravasti').rows.map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(5);
    const rows = parseCsv(['action,station', ...lines].join('\n'));
    const table = readDistrictList('shravasti.csv', rows);
    const outcome = applyOverrides(directory, 'shravasti', table);
    expect(outcome.faults).toEqual([]);
    expect(checkReport(outcome.directory, 'shravasti').rows).toEqual([]);
    expect(checkReport(outcome.directory, 'shravasti').counts[0]?.toCheck).toBe(0);
  });

  it('writes a csv that Excel reads as UTF-8, with a row for each name', () => {
    const csv = checkCsv(report);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [head, ...rows] = parseCsv(csv);
    expect(head?.cells).toHaveLength(8);
    expect(rows.map(({ cells }) => cells[1])).toEqual(report.rows.map(({ station }) => station));
    expect(rows.every(({ cells }) => cells.length === 8)).toBe(true);
  });

  it('refuses an unknown district', () => {
    expect(() => checkReport(directory, 'delhi')).toThrow('got "delhi"');
  });
});
