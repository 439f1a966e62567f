import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asCalledHere } from '../../campaigns/command/called-here-fs.ts';
import { runCommand, WrongUse } from '../../campaigns/command/run-command.ts';
import { type Command, commands, exitCodes } from './commands.ts';
import { endWithNpm } from './end-with-npm.ts';

/**
 * `up-cop-outreach COMMAND [options]`, and each `npm run COMMAND -- [options]`: says what there is, refuses what there is
 * not before anything is loaded, and hands the rest to the command's own program, in this process.
 */
const root = join(import.meta.dirname, '..', '..');
const [name, ...args] = process.argv.slice(2);

await runCommand(async () => {
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(asCalledHere(describeAll()));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined)
    throw new WrongUse(`Expected a command, got ${name}: up-cop-outreach --help names them`);
  if (readHelp(command)) {
    console.log(asCalledHere(await describeCommand(command)));
    return 0;
  }
  const { node = [], script, args: first = [] } = command;
  if (node.some((option) => !process.execArgv.includes(option))) {
    const all = [...process.execArgv, ...node, ...process.argv.slice(1)];
    process.execve?.(process.execPath, [process.execPath, ...all], process.env);
  }
  endWithNpm();
  const path = join(root, script);
  process.argv = [process.execPath, path, ...first, ...args];
  await import(path);
  return undefined;
});

/** Whether help is asked for. @throws about an option that the command does not have */
function readHelp({ name, options = {} }: Command): boolean {
  const known = Object.entries(options).map(
    ([option, { value }]) =>
      [option, { type: value === undefined ? 'boolean' : 'string', multiple: true }] as const,
  );
  try {
    const { values } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...Object.fromEntries(known), help: { type: 'boolean', short: 'h' } },
    });
    return values.help === true;
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    throw new WrongUse(`${sentence}. What there is: up-cop-outreach ${name} --help`);
  }
}

/** The text of `up-cop-outreach --help`. */
function describeAll(): string {
  return [
    'Usage: up-cop-outreach COMMAND [options]',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'up-cop-outreach COMMAND --help has options and examples of each. Settings are environment variables: .env.example',
    '',
    'Exit codes',
    ...columns(Object.entries(exitCodes)),
  ].join('\n');
}

/** The text of `COMMAND --help`. */
async function describeCommand(command: Command): Promise<string> {
  const { name, summary, operands, options = {}, choices, examples } = command;
  const prefix = `up-cop-outreach ${name}`;
  const switches = Object.entries(options).map(([name, { value, says }]): [string, string] => [
    value === undefined ? `--${name}` : `--${name} ${value}`,
    says,
  ]);
  const usage = [prefix, ...(operands === undefined ? [] : [operands]), '[options]'].join(' ');
  return [
    `Usage: ${usage}`,
    '',
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    '',
    ...columns([...switches, ['--help', 'this text']]),
    ...(choices === undefined ? [] : ['', ...columns(await choices())]),
    '',
    'Examples',
    ...columns(examples.map(([args, does]) => [`${prefix} ${args}`.trim(), does])),
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
