// `npm start`: the print kit, the site, then the service. It says when the kit is not whole, and stops where going
// on would show something wrong.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');

/** What the generator's exit codes mean: see generator/main.ts. */
const someFilesFailed = 1;

/**
 * Runs the three one after the other. A station whose files could not be made costs only itself: the others, the site
 * and the service are still wanted, so it is said, last of all, and the start goes on. A wrong call, wrong data or an
 * interruption ends it: pages built from them would be wrong.
 * @param {(script: string) => Promise<number>} run runs a script to its end and gives its exit code
 * @param {(text: string) => void} say
 * @returns {Promise<number>} the exit code
 */
export async function start(run, say) {
  const made = await run('generator/main.ts');
  if (made !== 0 && made !== someFilesFailed) {
    say(`The print kit could not be made (exit code ${made}, see above). Nothing was started.`);
    return made;
  }
  const built = await run('site/build.ts');
  if (built !== 0) {
    say(`The site could not be built (exit code ${built}, see above). Nothing was started.`);
    return built;
  }
  if (made === someFilesFailed) {
    say(
      'THE PRINT KIT IS NOT COMPLETE: the files marked ✗ above are missing. The service starts all the same; ' +
        'mend the cause and run `npm run generate`, then `npm run build`.',
    );
  }
  return run('messaging/main.ts');
}

/** Ctrl-C reaches all processes of a terminal at once; a signal to this one alone is passed on. */
function runScript(script) {
  const child = spawn(process.execPath, [script], { cwd: root, stdio: 'inherit' });
  const wait = () => {};
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', wait);
  process.on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await start(runScript, (text) => console.error(`\n${text}\n`));
}
