import { readFileSync } from 'node:fs';

/** A directive of a unit, by section; one may stand several times. */
export interface Directive {
  section: string;
  name: string;
  value: string;
}

/** By systemd.syntax(7), so far as the deployed files use it. @throws for any other line */
export function readUnit(path: string): Directive[] {
  const directives: Directive[] = [];
  let section = '';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (/^\s*([#;].*)?$/.test(line)) continue;
    const [, opened] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, name = '', value = ''] = /^(\w+)=(.*[^\\]|)$/.exec(line) ?? [];
    if (opened !== undefined) section = opened;
    else if (name === '') throw new Error(`Expected a directive in ${path}, got ${line}`);
    else directives.push({ section, name, value });
  }
  return directives;
}

/** Words of a command or of Environment=, with `%i` and `%%`; whatever else systemd would replace is refused. */
export function splitWords(text: string, instance = ''): string[] {
  const unknown = /%[^i]|\$\w|\$\{|\\/.exec(text.replaceAll('%%', ''));
  if (unknown !== null) throw new Error(`Expected no ${unknown[0]} in ${text}`);
  return [...text.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word
      .replaceAll(/'([^']*)'|"([^"]*)"/g, (whole, single, double) => single ?? double ?? whole)
      .replaceAll(/%[%i]/g, (sign) => (sign === '%i' ? instance : '%')),
  );
}

/** Variables of an EnvironmentFile=, whose lines are not read by a shell. */
export function readEnvironmentFile(path: string): Record<string, string> {
  const lines = readFileSync(path, 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => !/^\s*([#;].*)?$/.test(line))
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );
}
