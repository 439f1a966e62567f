import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { minuteMs } from '../../../campaigns/durations.ts';

/** Why a recording could not be read or mastered at all. */
export class SoundError extends Error {
  override readonly name = 'SoundError';
  readonly code:
    | 'wrong-sound-type'
    | 'unreadable-sound'
    | 'sound-too-long'
    | 'sound-too-fine'
    | 'no-sound-tool';

  constructor(code: SoundError['code'], detail: string, cause?: unknown) {
    super(`[sound] ${detail}`, { cause });
    this.code = code;
  }
}

export interface ToolLimits {
  timeoutMs: number;
  /** Most bytes on stdout, and why there may not be more. */
  mostBytes: number;
  excess: SoundError['code'];
}

/** Far more than a take of half a minute needs on a machine under load. */
const usualLimits: ToolLimits = {
  timeoutMs: minuteMs,
  mostBytes: 1024 ** 2,
  excess: 'unreadable-sound',
};
/** Only the end of a tool's messages is kept: the figures and the last error are there. */
const keptMessages = 64 * 1024;

/**
 * Runs ffmpeg or ffprobe as a child with bounded time and output; it may open local files alone, and none over the
 * network.
 * @throws SoundError
 */
export function runSoundTool(
  tool: 'ffmpeg' | 'ffprobe',
  args: readonly string[],
  { timeoutMs, mostBytes, excess }: ToolLimits = usualLimits,
): Promise<{ output: Buffer; messages: string }> {
  const common = ['-hide_banner', ...(tool === 'ffmpeg' ? ['-nostdin', '-threads', '1'] : [])];
  const { promise, resolve, reject } = Promise.withResolvers<{
    output: Buffer;
    messages: string;
  }>();
  const child = spawn(tool, [...common, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) yieldToOthers(child.pid);
  const chunks: Buffer[] = [];
  let bytes = 0;
  let messages = '';
  let fault: SoundError | undefined;
  const stop = (code: SoundError['code'], detail: string) => {
    fault ??= new SoundError(code, detail);
    child.kill('SIGKILL');
  };
  const timer = setTimeout(
    () => stop('unreadable-sound', `${tool} was not done in ${timeoutMs / 1000} s`),
    timeoutMs,
  );
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) stop(excess, `more than ${mostBytes} bytes of sound`);
    else chunks.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    messages = (messages + chunk.toString('utf8')).slice(-keptMessages);
  });
  child.once('error', (cause) => {
    clearTimeout(timer);
    reject(new SoundError('no-sound-tool', `${tool} cannot be started (Debian: ffmpeg)`, cause));
  });
  child.once('close', (code) => {
    clearTimeout(timer);
    if (fault !== undefined) reject(fault);
    else if (code === 0) resolve({ output: Buffer.concat(chunks), messages });
    else {
      const last = messages.trim().split('\n').at(-1) ?? '';
      reject(new SoundError('unreadable-sound', `${tool} ended with ${code}: ${last}`));
    }
  });
  return promise;
}

const politePriority = 10;

/** Scans and calls are answered first. */
function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, politePriority);
  } catch {
    // A tool that is done already needs no priority.
  }
}
