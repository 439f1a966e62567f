const width = 24;

/**
 * A bar for steps that take long: drawn in place on a terminal, a line at each quarter in a log.
 * @param stream where it is written
 */
export function createStepLine(
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
): (what: string, done: number, total: number) => void {
  let last = '';
  return (what, done, total) => {
    const share = total === 0 ? 1 : done / total;
    const steps = stream.isTTY ? 100 : 4;
    const line = `${what} ${Math.floor(share * steps)}`;
    if (line === last || (!stream.isTTY && done < total && Math.floor(share * steps) === 0)) return;
    last = line;
    const full = Math.round(share * width);
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
    const text = `${what} ${bar} ${Math.floor(share * 100)} % (${done}/${total})`;
    stream.write(stream.isTTY ? `\r${text}${done === total ? '\n' : ''}` : `${text}\n`);
  };
}
