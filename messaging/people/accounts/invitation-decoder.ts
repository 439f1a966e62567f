import { type InvitationList, type InvitationRules, readInvitations } from './invitation-list.ts';

interface GivenInvitations {
  bytes: Uint8Array;
  rules: InvitationRules;
}

export async function decode({ bytes, rules }: GivenInvitations): Promise<InvitationList> {
  return readInvitations(bytes, rules);
}
