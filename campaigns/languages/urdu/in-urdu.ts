import type { Campaign } from '../../campaign.ts';
import type { Urdu } from './urdu.ts';

/** @throws when the campaign has no Urdu */
export function requireUrdu({ id, urdu }: Pick<Campaign, 'id' | 'urdu'>): Urdu {
  if (urdu === undefined) throw new Error(`Expected \`urdu\` in the campaign ${id}, got none`);
  return urdu;
}

/** Whether Urdu is the campaign's own language, and so on the first side of every text. */
export function speaksUrdu({ languages }: Pick<Campaign, 'languages'>): boolean {
  return languages[0] === 'ur';
}

/** Whether the campaign has words in Urdu, in addition to its own language or as that. */
export function hasUrduWords(campaign: Pick<Campaign, 'languages' | 'urdu'>): boolean {
  return speaksUrdu(campaign) || campaign.urdu !== undefined;
}

/** Whether the campaign has Urdu, in addition to its own language, that no native reader has read. */
export function isUrduDraft(campaign: Pick<Campaign, 'languages' | 'urdu'>): boolean {
  return !speaksUrdu(campaign) && campaign.urdu?.confirmed !== true;
}

/** The campaign as the templates of print read it, which take the first side of every text: Urdu is there. */
export function inUrdu(campaign: Campaign): Campaign {
  if (speaksUrdu(campaign)) return campaign;
  const urdu = requireUrdu(campaign);
  const { app, serviceGroups, helpLines } = campaign;
  return {
    ...campaign,
    app: { ...app, nameHi: urdu.appName },
    copy: replaced(campaign.copy, urdu.copy),
    serviceGroups: serviceGroups.map((group) => ({
      ...group,
      name: replaced(group.name, urdu.serviceGroups[group.id]),
      services: group.services.map(({ plain: _hindi, ...service }) => ({
        ...service,
        name: replaced(service.name, urdu.services[service.id]),
        ...(service.board === undefined
          ? {}
          : { board: replaced(service.board, urdu.boardServices[service.id]) }),
      })),
    })),
    helpLines: helpLines.map((line) => ({
      ...line,
      name: replaced(line.name, urdu.helpLines[line.number]),
    })),
  };
}

/** A tree of texts with the given words in the place of the first language; what has none stays as it is. */
function replaced<T>(texts: T, words: unknown): T {
  if (words === undefined || typeof texts !== 'object' || texts === null) return texts;
  if (typeof words === 'string') return { ...texts, hi: words };
  if (Array.isArray(texts))
    return texts.map((each, at) => replaced(each, (words as unknown[])[at])) as T;
  return Object.fromEntries(
    Object.entries(texts).map(([name, inner]) => [
      name,
      replaced(inner, (words as Record<string, unknown>)[name]),
    ]),
  ) as T;
}
