import type { Campaign } from '../campaigns/campaign.ts';
import { addDays, type Day } from '../campaigns/tracker/clock.ts';

/** Below a year, as RFC 9116 recommends: by then somebody has built the site again, or nobody looks after it. */
const validDays = 330;

export type SecurityCampaign = Pick<Campaign, 'languages' | 'demonstration'> & {
  privacy: Pick<Campaign['privacy'], 'grievance'>;
};

/**
 * `/.well-known/security.txt` (RFC 9116): whom to write to who finds a weakness. It is the contact of the campaign's data, and
 * says so where nobody has confirmed it; the page always has a contact in it, since the file needs one.
 */
export function securityText(
  { privacy, languages, demonstration }: SecurityCampaign,
  { publicUrl, builtOn }: { publicUrl: string; builtOn: Day },
): string {
  const { office, email, phone, confirmed } = privacy.grievance;
  const lines = [
    ...(demonstration === undefined ? [] : [`# ${demonstration.notice.en}`]),
    `# ${office.en}${confirmed ? '' : ' (contact to be confirmed)'}`,
    ...(email === null ? [] : [`Contact: mailto:${email}`]),
    ...(phone === null ? [] : [`Contact: tel:${phone.replaceAll(/[^\d+]/g, '')}`]),
    `Contact: ${publicUrl}/en/privacy/`,
    `Expires: ${addDays(builtOn, validDays)}T00:00:00Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${publicUrl}/.well-known/security.txt`,
  ];
  return `${lines.join('\n')}\n`;
}
