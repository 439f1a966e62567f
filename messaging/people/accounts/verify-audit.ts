// Checks the audit log: npm run verify-audit [-- ID:HASH]
// Prints the head as ID:HASH. Noted outside of this machine and given the next time, it also finds a log that
// was rewritten as a whole. Ends with 1 when the log is broken.

import { runCommand } from '../../../campaigns/command/run-command.ts';
import { loadConfig } from '../../config.ts';
import { type AuditFault, formatHead, parseHead } from '../../platform/database/audit-chain.ts';
import { verifyAudit } from '../../platform/database/audit-log-sql.ts';
import { openInstalledDatabase } from '../../platform/database/backup/back-up-before-migrating.ts';

await runCommand(async () => {
  const [noted] = process.argv.slice(2);
  const expected = noted === undefined ? undefined : parseHead(noted);
  const config = loadConfig(process.env);
  const database = await openInstalledDatabase(config);
  try {
    const verdict = await verifyAudit(database.pool, expected);
    if (verdict.kind === 'whole') {
      console.log(
        `The audit log is whole: ${verdict.head.id} entries\n${formatHead(verdict.head)}`,
      );
    } else {
      throw new Error(`The audit log is broken: ${faultLines(verdict)}`);
    }
  } finally {
    await database.close();
  }
});

function faultLines({ faults, count }: { faults: readonly AuditFault[]; count: number }): string {
  const lines = faults.map(({ kind, id, toId }) =>
    id === toId ? `entry ${id} is ${kind}` : `entries ${id} to ${toId} are ${kind}`,
  );
  const unnamed = count - faults.length;
  return lines.concat(unnamed > 0 ? `and ${unnamed} more` : []).join('\n');
}
