// Makes a one-time invitation link: npm run invite -- --role admin --email NAME@DOMAIN [--area ID]
// The first administrator is made with it; it may run while the service does.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { runCommand, WrongUse } from '../../../campaigns/command/run-command.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { checkOffice } from '../../../campaigns/offices/check-office.ts';
import { officeName } from '../../../campaigns/offices/office.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { loadConfig } from '../../config.ts';
import { openInstalledDatabase } from '../../platform/database/backup/back-up-before-migrating.ts';
import { invite } from './invitations.ts';
import { withAddedOffices } from './offices-sql.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: { role: { type: 'string' }, email: { type: 'string' }, area: { type: 'string' } },
  });
  const input = z
    .object({
      role: z.enum(roles),
      email: z.email().max(254).toLowerCase(),
      area: z.string().nullable().default(null),
    })
    .safeParse(values);
  if (!input.success) {
    const [issue] = input.error.issues;
    throw new WrongUse(
      `Expected --role ${roles.join('|')} --email NAME@DOMAIN [--area ID]: \`${issue?.path.join('.')}\` ${issue?.message}`,
    );
  }
  const config = loadConfig(process.env);
  const ofFiles = {
    districts: loadDirectory({ campaign: config.campaign }).districts,
    campaign: loadCampaign(config.campaign),
  };
  const database = await openInstalledDatabase(config);
  try {
    const places = await withAddedOffices(database.pool, ofFiles, { open: true });
    checkOffice(input.data, places);
    const made = await invite(database, config.publicUrl, { ...input.data, by: 'command-line' });
    console.log(`For ${input.data.email}, ${officeName(input.data, places).en}, once until
${made.expiresAt.toISOString()}:

${made.link}`);
  } finally {
    await database.close();
  }
});
