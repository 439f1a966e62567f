import { stringify } from 'yaml';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { same } from '../../../campaigns/studio/changes.ts';
import {
  type EditableField,
  editableFields,
  isPrinted,
  pickContent,
} from '../../../campaigns/studio/studio-fields.ts';
import type { Fields, StoredVersion } from './studio-sql.ts';

/** Version 1: what the repository says. */
export function repositoryVersion(repository: Campaign): StoredVersion {
  return {
    number: 1,
    fields: {},
    emblem: '',
    artworkVersion: repository.version,
    artworkDate: repository.versionDate,
    changes: [],
    remark: '',
    draftedBy: null,
    approvedBy: null,
    rolledBackTo: null,
    publishedAt: null,
  };
}

/** All that can be edited, with these fields in place of the repository's. */
export function contentWith(repository: Campaign, fields: Fields): Fields {
  return { goals: [], ...pickContent(repository), ...fields };
}

/** The fields of a content that another one has otherwise. */
export function pickDiffering(content: Fields, from: Fields): Fields {
  const fields = editableFields.flatMap((field): [EditableField, unknown][] =>
    content[field] === undefined || same(content[field], from[field])
      ? []
      : [[field, content[field]]],
  );
  return Object.fromEntries(fields);
}

/**
 * Version and day in the slug line of a publication. They advance only when something is printed that was not; what is taken
 * back to an earlier version has that version's again, so that its files are the same to the last bit.
 */
export function artworkMark(
  next: { number: number; fields: Fields; emblem: string; day: string },
  { before, repository }: { before: readonly StoredVersion[]; repository: Campaign },
): Pick<StoredVersion, 'artworkVersion' | 'artworkDate'> {
  const printed = (fields: Fields) => {
    const content = contentWith(repository, fields);
    return Object.fromEntries(Object.entries(content).filter(([field]) => isPrinted(field)));
  };
  const nextPrinted = printed(next.fields);
  const alike = [...before, repositoryVersion(repository)].find(
    ({ fields, emblem }) => emblem === next.emblem && same(printed(fields), nextPrinted),
  );
  return alike === undefined
    ? { artworkVersion: `${repository.version}.${next.number}`, artworkDate: next.day }
    : { artworkVersion: alike.artworkVersion, artworkDate: alike.artworkDate };
}

/** The file that the kit reads; empty where nothing differs from the repository. */
export function publishedYaml(
  { fields, artworkVersion, artworkDate }: Omit<StoredVersion, 'publishedAt'>,
  repository: Campaign,
): string {
  const mark =
    artworkVersion === repository.version
      ? {}
      : { version: artworkVersion, versionDate: artworkDate };
  const whole = { ...mark, ...fields };
  return Object.keys(whole).length === 0 ? '' : stringify(whole);
}
