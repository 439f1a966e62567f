/** Whose draft it is, and who could have made it under that name. */
export interface Drafted {
  drafterId: string;
  /** Who invited the drafter's account, made its password link or reset its second factor. */
  drafterInvitedBy: readonly string[];
}

/** Why an officer, whatever the office, does not approve a draft: two people decide, not one with two accounts. */
export function whyNotApprove(
  { drafterId, drafterInvitedBy }: Drafted,
  officerId: string,
): 'own-draft' | 'own-guest' | null {
  if (officerId === drafterId) return 'own-draft';
  return drafterInvitedBy.includes(officerId) ? 'own-guest' : null;
}
