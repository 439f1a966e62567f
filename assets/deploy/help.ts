import { type Command, commands, exitCodes } from './commands.ts';

/** The text of `up-cop-outreach --help`. */
export function describeAll(): string {
  return [
    'Usage: up-cop-outreach COMMAND [options]; in the project’s folder also npm run COMMAND -- [options]',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'up-cop-outreach COMMAND --help has options and examples of each. Settings are environment variables: .env.example',
    '',
    'Exit codes',
    ...columns(Object.entries(exitCodes)),
  ].join('\n');
}

/** The text of `COMMAND --help`. `prefix`: how the command was called. */
export async function describeCommand(command: Command, prefix: string): Promise<string> {
  const { summary, operands, options = {}, choices, examples } = command;
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
