import { parseCount } from '../../../../../../campaigns/numbers.ts';
import {
  type MessageChannel,
  operatorGateway,
} from '../../../../../../messaging/contract/values.ts';
import type { Blast } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { DraftBody } from '../../../../../../messaging/phone/blasts/draft-schemas.ts';
import type { GatewayAnswer } from '../../../../../../messaging/phone/gateways/routes.ts';

/** By which rule another gateway takes part. */
export const furtherUses = ['none', 'share', 'operators', 'reserve'] as const;
export type FurtherUse = (typeof furtherUses)[number];

/** Another gateway as the fields have it. */
export interface FurtherForm {
  gateway: string;
  use: FurtherUse;
  /** Percent, as typed. */
  share: string;
  operators: readonly string[];
}

const mostFurther = 4;

/** Gateways that may go beside the chosen one; training and telecom operators go alone. */
export function listFurther(
  { channel, gateway }: { channel: MessageChannel; gateway: string },
  gateways: readonly GatewayAnswer[],
): GatewayAnswer[] {
  if (gateway === '' || gateway === 'emulator' || gateway === operatorGateway) return [];
  return gateways
    .filter(({ name, channels }) => channels.includes(channel) && name !== gateway)
    .filter(({ name }) => name !== 'emulator')
    .slice(0, mostFurther);
}

export function toFurtherForm(further: Blast['further']): FurtherForm[] {
  return further.map(({ gateway, share, operators }) => ({
    gateway,
    use: operators.length > 0 ? 'operators' : share > 0 ? 'share' : 'reserve',
    share: share > 0 ? String(share) : '',
    operators,
  }));
}

export function toFurtherBody({
  gateway: own,
  further,
}: {
  gateway: string;
  further: readonly FurtherForm[];
}): NonNullable<DraftBody['further']> {
  if (own === 'emulator' || own === operatorGateway) return [];
  return further
    .filter(({ gateway, use }) => use !== 'none' && gateway !== own)
    .map(({ gateway, use, share, operators }) => ({
      gateway,
      share: use === 'share' ? (parseCount(share) ?? 0) : 0,
      operators: use === 'operators' ? [...operators] : [],
    }));
}
