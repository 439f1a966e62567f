import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Words a minute at which the formula of a script's length was measured. */
const wordsAMinute = 160;
const spawnError =
  'espeak-ng cannot be started; install it (Debian: espeak-ng) or run npm run setup';

/**
 * Speaks a text with espeak-ng into a WAV of one channel: a machine's voice, to time and rehearse by and never to be aired.
 * @throws with what the program said
 */
export async function speakGuide(
  { text, language }: { text: string; language: 'hi' | 'en' },
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const voice = language === 'hi' ? 'hi' : 'en-gb';
  await run(['-v', voice, '-s', String(wordsAMinute), '-w', path, '--stdin'], { text, signal });
}

/** Version of the voice, which guides depend on; null where it is not installed. */
export async function guideVersion(signal: AbortSignal): Promise<string | null> {
  try {
    return /[\d.]+/.exec(await run(['--version'], { text: '', signal }))?.[0] ?? 'unknown';
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function run(
  args: readonly string[],
  { text, signal }: { text: string; signal: AbortSignal },
): Promise<string> {
  const child = spawn('espeak-ng', args, { stdio: ['pipe', 'pipe', 'pipe'], signal });
  const said: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
  // A child that is gone before it reads is told by its exit.
  child.stdin.on('error', () => {});
  child.stdin.end(text);
  const [code] = await once(child, 'close').catch((cause: Error) => {
    signal.throwIfAborted();
    throw new Error(spawnError, { cause });
  });
  if (code !== 0) {
    const detail = Buffer.concat(complained).toString('utf8').trim().slice(-300);
    throw new Error(`espeak-ng ended with ${code}: ${detail}`);
  }
  return Buffer.concat(said).toString('utf8');
}
