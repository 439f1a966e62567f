import { makeUuid } from '../uuid.ts';
import type { Issue } from './composition-playlist.ts';
import { document, element, urn } from './element.ts';

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
