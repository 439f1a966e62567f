import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryUnderLoad } from '../messaging/fixtures/memory-load-run.ts';

// `node test/faults/soak.ts [MINUTES]`: ends with 1 when memory grew by more than a fifth after its first minute.
const minutes = Number(process.argv[2] ?? 10);
const growthLimit = 1.2;
const work = mkdtempSync(join(tmpdir(), 'soak-'));
try {
  const moments = Array.from({ length: minutes }, (_, index) => (index + 1) * 60_000);
  const sizes = await memoryUnderLoad(join(work, 'data'), moments);
  const growth = (sizes.at(-1) ?? Number.NaN) / (sizes[0] ?? Number.NaN);
  const holds = growth <= growthLimit;
  console.log(
    `${holds ? 'holds ' : 'FAILED'}  memory after each minute: ${sizes.map(Math.round).join(', ')} MB (× ${growth.toFixed(2)})`,
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
