import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const forever = 2 ** 31 - 1;

/** Does what a file could make a decoder do. */
export async function decode(given: { do: string; path: string }): Promise<unknown> {
  switch (given.do) {
    case 'spin':
      for (;;);
    case 'wait':
      return wait(forever);
    case 'fill-buffers': {
      const kept: Buffer[] = [];
      for (;;) kept.push(Buffer.alloc(2 ** 26, 1));
    }
    case 'fill-wasm': {
      const memory = new WebAssembly.Memory({ initial: 1 });
      for (;;) memory.grow(1000);
    }
    case 'crash':
      process.kill(process.pid, 'SIGSEGV');
      return wait(forever);
    case 'fail':
      throw new Error('a fault of ours');
    case 'tell-settings':
      return Object.keys(process.env);
    case 'start-child': {
      const { pid } = spawn('sleep', ['1000'], { stdio: 'ignore' });
      writeFileSync(given.path, String(pid));
      return wait(forever);
    }
    default:
      return given.do;
  }
}
