import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { minuteMs } from '../../../campaigns/durations.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import type { Carrier } from './carrier.ts';

/** Lays letters into a folder as `.eml`, readable by the service's user only, for an installation without a mail server. */
export function createOutbox(folder: string): Carrier {
  return {
    name: 'outbox',
    answerLimitMs: minuteMs,
    async open() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return {
        async carry({ message, messageId }, handOver) {
          // The same letter has the same name: laid down twice, it lies there once.
          const name = `${messageId.replace(/[^a-zA-Z0-9.-]/g, '_').replace(/^_+|(?<!_)_+$/g, '')}.eml`;
          await handOver();
          await writeWholeFile(join(folder, name), message, 0o600);
          return { kind: 'sent', answer: name };
        },
        usable: () => true,
        close() {},
      };
    },
  };
}
