import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest, ManifestFile } from '../../campaigns/manifest.ts';
import { type Measure, report } from './report.ts';
import { type Timed, timedProcess } from './timed-process.ts';

// The whole kit of the state: boards and pamphlets with impositions, previews, tickets, manifest.
const out = mkdtempSync(join(tmpdir(), 'bench-kit-'));
const run = (...args: string[]) => timedProcess(['generator/main.ts', ...args, '--out', out]);
const isPreviewOf = (artwork: string) => (file: ManifestFile) =>
  file.artwork === artwork && file.format === 'png';
const sum = (files: readonly ManifestFile[]) =>
  files.reduce((total, { bytes }) => total + bytes, 0);

/** Wall time against a bar, with the processor time beside it: what two cores of its own would take. */
function timed(what: string, { seconds, processorSeconds }: Timed, bar: number): Measure[] {
  return [
    { what, value: seconds, digits: 2, unit: 's', most: bar },
    { what: '  processor time, half of it', value: processorSeconds / 2, digits: 2, unit: 's' },
  ];
}

try {
  const cold = run();
  const again = run();
  const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  const onDisk =
    Number(execFileSync('du', ['-s', '--block-size=1000', out]).toString().split('\t')[0]) / 1e6;
  rmSync(out, { recursive: true });
  const previews = run('--artwork', 'board', '--format', 'preview');
  rmSync(out, { recursive: true });
  const press = run('--format', 'pdf');
  const withTickets = run('--format', 'pdf,ticket');
  const withFiles = run('--format', 'pdf,ticket,zip');
  const boards = files.filter(isPreviewOf('board'));
  const pamphlets = files.filter(isPreviewOf('pamphlet'));
  // WebP at quality 80 by librsvg and sharp, as the edition before made them, of the same artwork.
  const webpBytes = { board: 149_647, pamphlet: 263_701 };
  const stations = boards.length / 2;
  const share =
    (sum(boards) + sum(pamphlets)) / (stations * (webpBytes.board + webpBytes.pamphlet));
  report('kit', [
    ...timed(`whole kit cold, ${files.length} files, ${availableParallelism()} cores`, cold, 45),
    { what: 'memory at its highest', value: cold.megabytes, unit: 'MB', most: 1000 },
    { what: 'on disk', value: onDisk, digits: 2, unit: 'GB', most: 2.2 },
    ...timed('nothing changed', again, 2),
    ...timed(`previews of the board, ${boards.length} files`, previews, 15),
    { what: 'previews, bytes beside those of WebP', value: share, digits: 2, most: 1 },
    ...timed('press files alone', press, 45),
    { what: '  tickets', value: withTickets.seconds, digits: 1, unit: 's' },
    { what: '  ZIPs, for a plain web server', value: withFiles.seconds, digits: 1, unit: 's' },
  ]);
} finally {
  rmSync(out, { recursive: true, force: true });
}
