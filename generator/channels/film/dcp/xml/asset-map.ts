import { makeUuid } from '../uuid.ts';
import type { Issue } from './composition-playlist.ts';
import { document, element, urn } from './element.ts';
import type { PackedFile } from './packing-list.ts';

const nameSpace = 'http://www.smpte-ra.org/schemas/429-9/2007/AM';

/** The asset map (ST 429-9): where each file lies. Everything is in one volume and one chunk. */
export function assetMap(
  issue: Issue,
  files: readonly Pick<PackedFile, 'id' | 'file' | 'bytes'>[],
  packingListId: string,
): string {
  const { name, issuer, creator, issuedAt } = issue;
  const id = makeUuid('asset-map', packingListId);
  const asset = ({ id: own, file, bytes }: Pick<PackedFile, 'id' | 'file' | 'bytes'>) =>
    element('Asset', [
      element('Id', urn(own)),
      ...(own === packingListId ? [element('PackingList', 'true')] : []),
      element('ChunkList', [
        element('Chunk', [
          element('Path', file),
          element('VolumeIndex', 1),
          element('Offset', 0),
          element('Length', bytes),
        ]),
      ]),
    ]);
  return document(
    element(
      'AssetMap',
      [
        element('Id', urn(id)),
        element('AnnotationText', name),
        element('Creator', creator),
        element('VolumeCount', 1),
        element('IssueDate', issuedAt),
        element('Issuer', issuer),
        element('AssetList', files.map(asset)),
      ],
      { xmlns: nameSpace },
    ),
  );
}

/** The volume index (ST 429-9, 6): the first and only volume. */
export function volumeIndex(): string {
  return document(element('VolumeIndex', [element('Index', 1)], { xmlns: nameSpace }));
}
