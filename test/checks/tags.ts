// Run by `npm run check`: each tag of a release says that the release of its commit was walked through.
import { findUnwalkedTags } from '../release/walked.ts';

const faults = findUnwalkedTags();
for (const fault of faults)
  console.error(
    `${fault}: expected a tag made by \`npm run tag\`, which asks for a walk, got another`,
  );
if (faults.length > 0) process.exitCode = 1;
