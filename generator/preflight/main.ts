import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkPackage } from '../channels/film/dcp/reader/check-package.ts';
import { reportPackage } from '../channels/film/dcp/reader/report.ts';
import { loadConfig } from '../config.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { reportJson, reportText } from './report.ts';
import { preflight } from './run.ts';

/** 0 printable or fit for a cinema, 1 a fault, 2 wrong call. */
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
    if (options.dcp !== undefined) return preflightPackage(options.dcp, options.json);
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

function preflightPackage(path: string, json: string | undefined): number {
  const checked = checkPackage(resolve(path));
  console.log(reportPackage(checked));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(checked, null, 2)}\n`);
  return checked.findings.length === 0 ? 0 : 1;
}

process.exitCode = await main();
