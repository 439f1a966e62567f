// npm run doctor [-- --json]: one table of what the installation has and lacks. Exit code 1 where something is to be done.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { asCalledHere } from '../../../campaigns/command/called-here-fs.ts';
import { runCommand } from '../../../campaigns/command/run-command.ts';
import { doctorSentence, doctorWords } from '../../../campaigns/words/doctor-words.ts';
import { type Config, loadConfig } from '../../config.ts';
import { openGateways } from '../../phone/gateways/open-gateways.ts';
import { type Database, openDatabase } from '../../platform/database/database.ts';
import { judgeEmpty } from '../../platform/database/identity/identity.ts';
import { readNote } from '../../platform/database/identity/note-fs.ts';
import { openFiles } from '../../platform/files/open-files.ts';
import { exotelToken } from '../../platform/process/secret-fs.ts';
import { version } from '../../platform/process/version.ts';
import { examine } from './checks.ts';
import type { Finding } from './doctor-schemas.ts';
import { findPrintedCode } from './module.ts';

const signs = { good: '✓', act: '✗', unset: '–' } as const;

await runCommand(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const config = loadConfig(process.env);
  const findings = await examineInstallation(config);
  console.log(
    values.json
      ? JSON.stringify({ version, findings: findings.map(spellOut) }, null, 2)
      : asCalledHere(table(findings)),
  );
  return findings.some(({ state }) => state === 'act') ? 1 : 0;
});

async function examineInstallation(config: Config): Promise<Finding[]> {
  const { dataDir } = config;
  const database: Database | Error = await openDatabase({
    url: config.databaseUrl,
    dataDir,
    // It looks, and changes nothing.
    migrations: 'as-is',
    whyNotMade() {
      const note = readNote(dataDir);
      return note && judgeEmpty(note);
    },
  }).catch((error: Error) => error);
  const files = await openFiles({ url: config.filesUrl, dataDir });
  const { gateways, close } = openGateways({
    settings: config.gateways,
    // The emulator is not asked.
    emulatorToken: '',
    exotelToken: () => exotelToken(dataDir, config.gateways.exotel?.callbackToken),
    publicUrl: config.publicUrl,
  });
  try {
    return await examine({
      config,
      env: process.env,
      campaign: loadCampaign(config.campaign, config.published),
      printedCode: () => findPrintedCode(config.campaign),
      database,
      redisUrl: config.redisUrl ?? join(dataDir, 'redis', 'redis.sock'),
      gateways: Object.values(gateways).filter(({ name }) => name !== 'emulator'),
      files,
    });
  } finally {
    await close();
    files.close();
    if (!(database instanceof Error)) await database.close();
  }
}

function spellOut(finding: Finding) {
  const { check, says, detail } = finding;
  return { ...finding, sentence: doctorSentence(check, says, detail) };
}

function table(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => doctorWords[check].name.en.length));
  const lines = findings.map(({ check, state, says, detail }) => {
    const name = doctorWords[check].name.en.padEnd(width);
    return `${signs[state]} ${name}  ${doctorSentence(check, says, detail)?.en ?? detail}`;
  });
  const count = findings.filter(({ state }) => state === 'act').length;
  return [...lines, '', count === 0 ? 'Nothing to do.' : `${count} to do.`].join('\n');
}
