import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { runCommand } from '../campaigns/command/run-command.ts';
import { cacheFolder } from '../campaigns/files/cache-folder.ts';
import { endWithParent } from '../campaigns/files/end-with-parent.ts';

// What was compiled once is not compiled again, in the threads neither: a tenth of a second of a run. Where the folder cannot
// be written, nothing is kept.
const { directory } = enableCompileCache(join(cacheFolder(process.env), 'compile'));
if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= directory;

endWithParent();
const args = process.argv.slice(2);
await runCommand(async () => {
  if (args.some((arg) => /^--channel(=|$)/.test(arg))) {
    const { stockChannels } = await import('./shelf/command.ts');
    return stockChannels(args);
  }
  const { makeKit } = await import('./run/command.ts');
  return makeKit(args);
});
