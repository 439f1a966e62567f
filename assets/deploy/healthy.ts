// Health check of a container, which has no other program that could ask: 0 when the service of this container answers.
// For its officers' side: node assets/deploy/healthy.ts --only console
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const port =
  values.only === 'console' ? process.env['CONSOLE_PORT'] || '8081' : process.env['PORT'] || '8080';
const limitMs = 3000;

try {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
    signal: AbortSignal.timeout(limitMs),
  });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
} catch (error) {
  console.error(`Expected an answer on port ${port}: ${(error as Error).message}`);
  process.exitCode = 1;
}
