import { readFileSync } from 'node:fs';

/** A tick of the kernel's account, as Linux hands it out to every program. */
const tickMs = 10;

/**
 * Processor time of a process so far, with that of its children that have ended; undefined where the machine does not tell.
 * By proc(5), fields 14 to 17: the name, field 2, may hold anything but ends with a bracket.
 * @param thread of it alone, without children; the main one has the number of the process
 */
export function readProcessorMs(pid: number, thread?: number): number | undefined {
  let stat: string;
  try {
    stat = readFileSync(
      `/proc/${pid}/${thread === undefined ? '' : `task/${thread}/`}stat`,
      'utf8',
    );
  } catch {
    return undefined;
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const counted = fields.slice(11, thread === undefined ? 15 : 13);
  return counted.reduce((sum, field) => sum + Number(field), 0) * tickMs;
}
