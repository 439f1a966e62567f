import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../../campaigns/files/cache-folder.ts';
import type { FromProver, ToProver } from '../../campaigns/print/proofs/proof.ts';

// A child of the service: proves artwork while somebody types, one request after the other, and ends with its parent.
// Its arguments are the data folder and the campaign.
enableCompileCache(join(cacheFolder(process.env), 'compile'));
const { loadConfig } = await import('../config.ts');
const { findEmblemFile } = await import('../../campaigns/published-fs.ts');
const { loadFonts } = await import('../layout/fonts-fs.ts');
const { loadPictures } = await import('../layout/pictures-fs.ts');
const { coatedIntent } = await import('../print/output-intent-fs.ts');
const { createProver } = await import('./prove.ts');

const [dataDir, campaign] = process.argv.slice(2);
const env = { ...process.env, DATA_DIR: dataDir, CAMPAIGN: campaign };
const config = loadConfig(env);
const readPictures = () => loadPictures(findEmblemFile(config.published));
const pictures = readPictures();
const prover = await createProver(config, {
  fonts: loadFonts(),
  pictures,
  intent: coatedIntent(),
});
const send = (message: FromProver) => process.send?.(message);

process.on('disconnect', () => process.exit());
process.on('message', (message: ToProver) => {
  if (message.kind === 'reload') {
    Object.assign(pictures, readPictures());
    prover.reload();
    return;
  }
  const { id, request } = message;
  prover.prove(request).then(
    (answer) => send({ kind: 'answer', id, answer }),
    (error: Error) => send({ kind: 'failed', id, message: error.message }),
  );
});
// What is laid out, read and compiled once is paid before somebody's first key stroke is answered.
await prover.prove({
  kind: 'campaign',
  draft: {},
  examples: ['shortest'],
  artworks: ['board', 'pamphlet'],
  widthPx: 900,
});
send({ kind: 'ready' });
