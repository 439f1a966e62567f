import { spawn, spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Ran {
  stdout: Buffer;
  stderr: string;
}

/**
 * Runs Debian's ffmpeg. What it is fed waits until it has taken what came before.
 * @throws with the end of what ffmpeg said when it fails
 */
export async function runFfmpeg(
  args: readonly string[],
  {
    input,
    signal,
  }: { input?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>; signal: AbortSignal },
): Promise<Ran> {
  const child = spawn('ffmpeg', ['-hide_banner', '-nostdin', '-y', ...args], {
    signal,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-20_000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'ENOENT'
          ? new Error('Expected ffmpeg on this machine, found none: apt install ffmpeg', { cause })
          : cause,
      ),
    );
    child.once('close', resolve);
  });
  // The first failure has the reason: a pipe breaks because ffmpeg ended.
  const fed =
    input === undefined || child.stdin === null
      ? Promise.resolve()
      : pipeline(Readable.from(input, { objectMode: true, highWaterMark: 1 }), child.stdin);
  const [code, feeding] = await Promise.all([
    ended,
    fed.then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error,
    ),
  ]);
  signal.throwIfAborted();
  if (code !== 0)
    throw new Error(`ffmpeg ended with ${code}: ${said.trim().split('\n').slice(-6).join(' ')}`);
  if (feeding !== undefined && feeding.code !== 'EPIPE') throw feeding;
  return { stdout: Buffer.concat(out), stderr: said };
}

/** Its version, for the hash of what depends on it; empty where it is not installed. */
export function ffmpegVersion(): string {
  const { stdout } = spawnSync('ffmpeg', ['-version'], { encoding: 'utf8' });
  return stdout?.split('\n')[0] ?? '';
}
