import { createHash } from 'node:crypto';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { legalWindow, narrow } from '../../../campaigns/messages/legal-hours.ts';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import { withMargin } from '../../../campaigns/messages/seal-margin.ts';
import {
  dearerWords,
  morePeopleWords,
  moreRupeesWords,
  sealWords,
} from '../../../campaigns/words/seal-words.ts';
import { queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { type Blast, findPrice, listGateways, type Seal, withoutCode } from './blast.ts';
import type { CostEstimate } from './cost.ts';

/** The parts of a plan besides the blast. */
export interface SealedParts {
  gateways: Readonly<Record<string, Pick<Gateway, 'promotion' | 'callerNumber'>>>;
  paise: Readonly<Record<string, number>>;
  /** The words of calls. */
  call: Messages['call'];
}

/** The same where the whole campaign is at hand. */
export function toSealedParts({
  gateways,
  paise,
  campaign,
}: Omit<SealedParts, 'call'> & { campaign: { messages: Pick<Messages, 'call'> } }): SealedParts {
  return { gateways, paise, call: campaign.messages.call };
}

type Counted = Pick<CostEstimate, 'paise'> & { people: number };

/** The plan of a blast as it is at this moment. */
export async function describePlan(
  database: Queryable,
  blast: Blast,
  { gateways, paise, call }: SealedParts,
  counted: Counted,
): Promise<Seal> {
  const { channel, category, texts, trial, repeat, fallback, shortCode } = blast;
  const names = listGateways(blast);
  const prices = names.flatMap((gateway) => {
    const price = findPrice(paise, { ...blast, gateway });
    return price === undefined ? [] : [[gateway, price] as const];
  });
  const row = await queryRow<{ list: unknown }>(database)`
    SELECT json_build_array(consent_basis, consent_template, district, excluding) AS list
    FROM audience WHERE id = ${blast.audienceId}`;
  const said = [withoutCode(texts, shortCode), trial, repeat?.texts, fallback];
  return {
    ...counted,
    prices: Object.fromEntries(prices),
    digests: {
      text: digest(channel, category, said, channel === 'ivr' ? call : null),
      list: digest(blast.audienceId, blast.districts, blast.selection, row?.list),
      gateways: digest(
        ...names.map((name) => {
          const { promotion, callerNumber } = gateways[name] ?? {};
          return [name, name in gateways, promotion, channel === 'ivr' && callerNumber];
        }),
      ),
      hours: digest(narrow(legalWindow(category, channel), blast.window)),
    },
  };
}

/** The plan with the prices that its page shows. */
export function atDraftedPrices(plan: Seal, { gateway, further, paisePerSegment }: Blast): Seal {
  const all = [{ gateway, paisePerSegment }, ...further];
  return {
    ...plan,
    prices: Object.fromEntries(all.map((each) => [each.gateway, each.paisePerSegment])),
  };
}

/** All that is larger or other than a seal has it, in words; empty where the seal holds. */
export function findChanges(seal: Seal, now: Seal): Bilingual[] {
  const parts = Object.keys(sealWords) as (keyof typeof sealWords)[];
  return [
    ...(now.people > withMargin(seal.people) ? [morePeopleWords(seal.people, now.people)] : []),
    ...(now.paise > withMargin(seal.paise) ? [moreRupeesWords(seal.paise, now.paise)] : []),
    ...Object.entries(now.prices).flatMap(([gateway, price]) => {
      const most = seal.prices[gateway] ?? price;
      return price > most ? [dearerWords(gateway, most, price)] : [];
    }),
    ...parts.flatMap((part) => (now.digests[part] === seal.digests[part] ? [] : [sealWords[part]])),
  ];
}

const digest = (...parts: unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
