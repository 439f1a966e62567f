import { expectPlace } from '../../campaigns/files/place-fs.ts';
import { loadConfig } from '../config.ts';
import { writePlan } from './kit-plan.ts';
import { parseOptions } from './options.ts';
import { generate, type Outcome } from './run.ts';

/** 0 all made, 1 something failed, 130 interrupted. */
export async function makeKit(args: string[]): Promise<number> {
  const options = parseOptions(args);
  const config = loadConfig(process.env);
  const out = expectPlace(options.out ?? config.printDir);
  if (options.planOnly) {
    console.log(`${await writePlan(config, out)} files planned: ${out}`);
    return 0;
  }
  const controller = new AbortController();
  const outcome = await generate({
    config,
    options,
    out,
    signal: controller.signal,
    progress: process.stderr,
    onMaking: () => stopBySignal(controller),
  });
  report(outcome, out);
  if (controller.signal.aborted) return 130;
  return outcome.faults.length > 0 ? 1 : 0;
}

/** Until files are made a signal ends the process, as the system has it: who broke off an order keeps nobody waiting. */
function stopBySignal(controller: AbortController): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.error('Stopping after the districts at work; run again to go on.');
      controller.abort();
      process.once(signal, () => process.exit(130));
    });
  }
}

function report({ made, fresh, removed, faults, seconds, sheet }: Outcome, out: string): void {
  for (const { what, message } of faults) console.error(`✗ ${what}: ${message}`);
  const parts = [`${made} files made`, `${fresh} unchanged`];
  if (removed > 0) parts.push(`${removed} removed`);
  if (faults.length > 0) parts.push(`${faults.length} failed`);
  console.log(`${parts.join(', ')} in ${seconds.toFixed(1)} s: ${out}`);
  if (sheet !== null) console.log(`Contact sheet: ${sheet}`);
}
