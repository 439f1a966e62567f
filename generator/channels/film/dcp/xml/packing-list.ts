import { makeUuid } from '../uuid.ts';
import { document, element, type Issue, urn } from './composition-playlist.ts';

export interface PackedFile {
  id: string;
  /** In the package's folder. */
  file: string;
  type: 'application/mxf' | 'text/xml';
  bytes: number;
  /** SHA-1 in base 64. */
  hash: string;
}

/** The packing list (ST 429-8): what belongs to the package, with lengths and hashes. Its id is made of its content. */
export function packingList(
  issue: Issue,
  files: readonly PackedFile[],
): { id: string; xml: string } {
  const { name, issuer, creator, issuedAt } = issue;
  const withId = (id: string) =>
    document(
      element(
        'PackingList',
        [
          element('Id', urn(id)),
          element('AnnotationText', name),
          element('IssueDate', issuedAt),
          element('Issuer', issuer),
          element('Creator', creator),
          element(
            'AssetList',
            files.map(({ id: asset, file, type, bytes, hash }) =>
              element('Asset', [
                element('Id', urn(asset)),
                element('Hash', hash),
                element('Size', bytes),
                element('Type', type),
                element('OriginalFileName', file),
              ]),
            ),
          ),
        ],
        { xmlns: 'http://www.smpte-ra.org/schemas/429-8/2007/PKL' },
      ),
    );
  const id = makeUuid('pkl', withId(''));
  return { id, xml: withId(id) };
}

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
