// npm run tag [-- FOLDER]: tags the commit whose release in FOLDER (dist-release/) `npm run test:release -- FOLDER` walked through, with the
// log of the walk. Refuses any other; `npm run check` refuses a tag that was made otherwise.
import { join, resolve } from 'node:path';
import { root, runIn, version } from '../../assets/deploy/release/project.ts';
import { runCommand } from '../../campaigns/command/run-command.ts';
import { writeTagMessage } from './walked.ts';

await runCommand(async () => {
  const release = resolve(process.argv[2] ?? join(root, 'dist-release'));
  runIn(root, 'git', 'tag', '--annotate', `v${version}`, '-m', writeTagMessage(release));
  console.log(`v${version} is tagged`);
});
