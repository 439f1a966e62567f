import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killTheFloor } from '../messaging/fixtures/floor-faults-run.ts';

// A hundred kills, or as many as are asked for (`node test/faults/floor.ts 20`), while 200 scans come in each second, every
// second of them on a damaged database: ends with 1 when a scan was refused by a process that had answered, lost or counted twice.
const kills = Number(process.argv[2] ?? 100);
const dataDir = mkdtempSync(join(tmpdir(), 'faults-floor-'));
try {
  const result = await killTheFloor({ dataDir, kills, scansEach: 200 });
  const { received, unanswered, refused, scans, counted, firstMs } = result;
  const sorted = firstMs.toSorted((a, b) => a - b);
  const holds =
    refused === 0 && scans >= received && scans <= received + unanswered && counted === scans;
  console.log(
    `${holds ? 'holds ' : 'FAILED'}  ${kills} kills, half of them on a damaged database: ${JSON.stringify({ received, unanswered, refused, scans, counted })}, first answer after ${sorted[Math.floor(kills / 2)]} ms, at most ${sorted.at(-1)} ms`,
  );
  if (!holds) process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
