import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../config.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { reportJson, reportText } from './report.ts';
import { preflight } from './run.ts';

/** 0 printable, 1 a fault, 2 wrong call. */
async function main(): Promise<number> {
  let options: Options | 'help';
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (options === 'help') {
    console.log(usage);
    return 0;
  }
  try {
    const config = loadConfig(process.env);
    const folder = resolve(options.folder ?? config.printDir);
    const outcome = await preflight({ config, options, folder, progress: process.stderr });
    console.log(reportText(outcome));
    if (options.json !== undefined) writeFileSync(options.json, reportJson(outcome));
    return outcome.findings.some(({ severity }) => severity === 'fault') ? 1 : 0;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

process.exitCode = await main();
