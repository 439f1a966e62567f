import { resolve } from 'node:path';
import { runCommand } from '../../campaigns/command/run-command.ts';
import { checkPackage, reportPackage } from '../channels/film/dcp/reader/check-package.ts';
import { loadConfig } from '../config.ts';
import { parseOptions } from './options.ts';
import { reportJson, reportText } from './report.ts';
import { preflight } from './run.ts';

/** 0 printable or fit for a cinema, 1 a fault, 2 wrong use. */
await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2));
  if (options.dcp !== undefined) return preflightPackage(options.dcp, options.json);
  const config = loadConfig(process.env);
  const folder = resolve(options.folder ?? config.printDir);
  const outcome = await preflight({ config, options, folder, progress: process.stderr });
  console.log(options.json ? reportJson(outcome) : reportText(outcome));
  return outcome.findings.some(({ severity }) => severity === 'fault') ? 1 : 0;
});

function preflightPackage(path: string, json: boolean): number {
  const checked = checkPackage(resolve(path));
  console.log(json ? JSON.stringify(checked, null, 2) : reportPackage(checked));
  return checked.findings.length === 0 ? 0 : 1;
}
