import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../campaigns/manifest.ts';
import { report } from './report.ts';
import { timedProcess } from './timed-process.ts';

// The whole kit of the state: boards and pamphlets with impositions, previews, tickets, ZIPs, manifest.
const out = mkdtempSync(join(tmpdir(), 'bench-kit-'));
try {
  const cold = timedProcess(['generator/main.ts', '--out', out]);
  const again = timedProcess(['generator/main.ts', '--out', out]);
  const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1e6;
  rmSync(out, { recursive: true });
  const press = timedProcess(['generator/main.ts', '--format', 'pdf', '--out', out]);
  const withTickets = timedProcess(['generator/main.ts', '--format', 'pdf,ticket', '--out', out]);
  const withZips = timedProcess(['generator/main.ts', '--format', 'pdf,ticket,zip', '--out', out]);
  const previews = cold.seconds - press.seconds - withTickets.seconds - withZips.seconds;
  report('kit', [
    {
      what: `whole kit, ${files.length} files, ${Math.round(megabytes)} MB`,
      value: cold.seconds.toFixed(1),
      unit: 's',
      bar: '≤ 150 s',
      holds: cold.seconds <= 150,
    },
    {
      what: 'memory at its highest',
      value: Math.round(cold.megabytes),
      unit: 'MB',
      bar: '≤ 1000 MB',
      holds: cold.megabytes <= 1000,
    },
    {
      what: 'nothing changed',
      value: again.seconds.toFixed(2),
      unit: 's',
      bar: '≤ 3 s',
      holds: again.seconds <= 3,
    },
    { what: '  press files alone', value: press.seconds.toFixed(1), unit: 's' },
    { what: '  tickets', value: withTickets.seconds.toFixed(1), unit: 's' },
    { what: '  ZIPs', value: withZips.seconds.toFixed(1), unit: 's' },
    { what: '  previews (the rest)', value: previews.toFixed(1), unit: 's' },
  ]);
} finally {
  rmSync(out, { recursive: true, force: true });
}
