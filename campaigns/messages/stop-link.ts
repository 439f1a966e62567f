import type { LinkUse } from './messages.ts';
import { findVariables } from './template.ts';

/** Symbols of the token by which one phone says stop. With `uppolice.gov.in/q/` it is as long as a value may be. */
export const stopTokenLength = 12;
/** Placeholder in the text of a blast until it is addressed to somebody; nobody's. */
export const pendingToken = 'X'.repeat(stopTokenLength);

/** The address of one tap by which a recipient gets nothing more, on the host of the campaign's links. */
export function stopLink(linkHost: string): string {
  return `${linkHost.toLowerCase()}/q/${pendingToken}`;
}

const stopAddress = new RegExp(`^/q/[0-9a-z]{${stopTokenLength}}(?:\\?|$)`, 'i');

/** Whether an address is one of those, and no code of a scan. */
export function isStopAddress(url: string): boolean {
  return stopAddress.test(url);
}

export function hasStopLink(body: string): boolean {
  return body.includes(`/q/${pendingToken}`);
}

/** Lists the use of each link variable of a text in their order: the campaign's link where nothing else is said. */
export function linkUses({
  text,
  links = [],
}: {
  text: string;
  links?: readonly LinkUse[];
}): LinkUse[] {
  return findVariables(text)
    .filter(({ kind }) => kind === 'url')
    .map((_, index) => links[index] ?? 'app');
}

/** Values with the blast's links in every link variable; the others are taken in order. */
export function valuesWithLinks(
  template: { text: string; links?: readonly LinkUse[] },
  addresses: Readonly<Record<LinkUse, string>>,
  others: readonly string[],
): string[] {
  const uses = linkUses(template);
  let nextLink = 0;
  let next = 0;
  return findVariables(template.text).map(({ kind }) => {
    if (kind === 'url') return addresses[uses[nextLink++] ?? 'app'];
    return others[next++] ?? '';
  });
}
