/** Shows how far a run is: a bar on a terminal, a plain line every tenth elsewhere. */
export interface Progress {
  advance(count: number): void;
  end(): void;
}

export function createProgress(
  total: number,
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
  now: () => number = performance.now.bind(performance),
): Progress {
  const started = now();
  let done = 0;
  let shownAt = -Infinity;
  let tenth = 0;
  const rate = () => {
    const seconds = (now() - started) / 1000;
    const perSecond = done / Math.max(seconds, 0.001);
    const left = Math.ceil((total - done) / Math.max(perSecond, 0.001));
    return `${Math.round(perSecond)} files/s${done < total ? `, ${left} s left` : ''}`;
  };
  const draw = () => {
    const width = 28;
    const filled = Math.round((width * done) / Math.max(total, 1));
    stream.write(
      `\r\x1b[2K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}  ${rate()}`,
    );
  };
  return {
    advance(count) {
      done += count;
      if (stream.isTTY === true) {
        if (now() - shownAt < 100 && done < total) return;
        shownAt = now();
        draw();
        return;
      }
      const reached = Math.floor((10 * done) / Math.max(total, 1));
      if (reached > tenth) stream.write(`${done}/${total} files (${rate()})\n`);
      tenth = reached;
    },
    end() {
      if (stream.isTTY === true) {
        draw();
        stream.write('\n');
      }
    },
  };
}
