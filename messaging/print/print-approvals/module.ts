import { existsSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { listFiles } from '../../../campaigns/files/list-files-fs.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import { officeSide } from '../../../campaigns/language.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { UsualQuantities } from '../../../campaigns/print/purchase-orders/quantity-sheet.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { ticketWords } from '../../../campaigns/words/ticket-words.ts';
import type { House } from '../../kit/house.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { FindWaiter, WorkQueue } from '../../platform/queue/work-queue.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { Stamps } from '../print-files/routes.ts';
import { type ApprovalRule, createApprovalRule } from './approval-rule.ts';
import { printApprovalRoutes } from './routes.ts';
import type { decode, GivenStamp } from './stamp-decoder.ts';

export interface PrintApprovalModule extends Module {
  rule: ApprovalRule;
  /** Pieces for a station. */
  usual: UsualQuantities;
  stamps: Stamps;
}

/** "Print this one", and the stamp on what nobody approved. */
export function openPrintApprovals(
  options: House & {
    kit: Kit;
    /** Samples are made in its turns. */
    work: WorkQueue;
  },
): PrintApprovalModule {
  const { config, database, campaign, directory, kit, work, clock, decoders } = options;
  const { boardsPerStation: boards, pamphletsPerStation: pamphlets } = campaign.print;
  const usual = { boards, pamphlets };
  const rule = createApprovalRule(database.pool);
  const stamper = createStamper({ ...config, campaign, work, now: clock.now, decoders });
  return {
    name: 'print approvals',
    rule,
    usual,
    stamps: { stampedOf: rule.stampedOf, ...stamper },
    register: ({ api }) =>
      addRoutes(api, printApprovalRoutes({ database, campaign, directory, kit, rule, usual })),
  };
}

/** Has the stamped sample of a press file made in its turn, and says what it is called below `folder`. */
interface Stamper {
  folder: string;
  stamp(file: ManifestFile, waiter: FindWaiter): Promise<string>;
}

const stampTask: DecoderTask<typeof decode> = {
  kind: 'sample',
  module: new URL('./stamp-decoder.ts', import.meta.url),
};
/** In whose turn all samples are made, one at a time. */
const account = 'samples';
const mostKept = 500;

/** Samples are kept by the hash of their press file, the latest of them. */
function createStamper({
  dataDir,
  printDir,
  campaign,
  work,
  now,
  decoders,
}: {
  dataDir: string;
  printDir: string;
  campaign: Pick<Campaign, 'languages'>;
  work: WorkQueue;
  now: () => Date;
  decoders: Decoders;
}): Stamper {
  const folder = join(dataDir, 'stamped');
  const language = officeSide('hi', campaign);
  const { sample, sampleHead, sampleFoot } = ticketWords(campaign);

  const make = async (file: ManifestFile, name: string) => {
    const input: GivenStamp = {
      path: join(printDir, file.path),
      title: `${file.nameHi}, ${artworkName(file.artwork, language)}`,
      language,
      words: { across: sample, head: sampleHead },
      foot: `${sampleFoot} · ${file.path.slice(file.path.lastIndexOf('/') + 1)} · SHA-256 ${file.sha256}`,
      createdAt: now(),
    };
    const bytes = await decoders.readWhole(stampTask, input, account);
    await mkdir(folder, { recursive: true });
    await writeWholeFile(join(folder, name), Buffer.from(bytes));
    await dropOldest(folder);
  };

  return {
    folder,
    async stamp(file, waiter) {
      const name = `${file.sha256}.pdf`;
      if (!existsSync(join(folder, name)))
        await work.make(`stamp ${name}`, waiter, () => make(file, name));
      return name;
    },
  };
}

async function dropOldest(folder: string): Promise<void> {
  const names = listFiles(folder);
  if (names.length <= mostKept) return;
  const ages = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return { name, at: found?.mtimeMs ?? 0 };
    }),
  );
  const oldest = ages.toSorted((one, other) => one.at - other.at).slice(0, names.length - mostKept);
  for (const { name } of oldest) await rm(join(folder, name), { force: true });
}
