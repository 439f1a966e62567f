import type { ObjectWriter } from '../../../campaigns/languages/typesetting/object-writer.ts';

/** Standard structure types of PDF (ISO 32000-1, 14.8.4). */
export type Role = 'Document' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

/** A part of a document by what it is, for those who hear it; its text is on pages, marked by numbers. */
export interface Tag {
  role: Role;
  /** Of a head: what it is the head of. */
  scope?: 'Column' | 'Row';
  parts: (Tag | { page: number; mark: number })[];
}

/** Tags of a document as it is drawn. */
export interface Tagging {
  root: Tag;
  /** Opens a new part for all that is drawn meanwhile. */
  within(tag: Pick<Tag, 'role' | 'scope'>, draw: () => void): void;
  /** Operators of a text on a page, marked as belonging to the open part, or as a separate paragraph. */
  mark(page: number, operators: string): string;
}

export function openTagging(): Tagging {
  const root: Tag = { role: 'Document', parts: [] };
  const marks = new Map<number, number>();
  let open = root;
  return {
    root,
    within(tag, draw) {
      const around = open;
      open = { ...tag, parts: [] };
      around.parts.push(open);
      draw();
      open = around;
    },
    mark(page, operators) {
      const mark = marks.get(page) ?? 0;
      marks.set(page, mark + 1);
      const place = { page, mark };
      if (open === root) root.parts.push({ role: 'P', parts: [place] });
      else open.parts.push(place);
      const role = open === root ? 'P' : open.role;
      return `/${role} << /MCID ${mark} >> BDC ${operators} EMC`;
    },
  };
}

/** Operators of what is only seen: rules, grounds, numbers of pages. */
export function asArtifact(operators: string): string {
  return `/Artifact BMC ${operators} EMC`;
}

/**
 * Writes the tree of tags; pages name themselves by their index as `StructParents`.
 * @param pages numbers of the pages' objects
 */
export function addTags(out: ObjectWriter, document: Tag, pages: readonly number[]): void {
  const tags: { tag: Tag; parent: number }[] = [];
  const root = out.next;
  const collect = (tag: Tag, parent: number) => {
    const own = root + 1 + tags.length;
    tags.push({ tag, parent });
    for (const part of tag.parts) if ('role' in part) collect(part, own);
  };
  collect(document, root);
  const numberOf = new Map(tags.map(({ tag }, at) => [tag, root + 1 + at]));
  const owners = pages.map((): number[] => []);
  const kids = tags.map(({ tag }) =>
    tag.parts.map((part) => {
      if ('role' in part) return `${numberOf.get(part)} 0 R`;
      (owners[part.page] ?? [])[part.mark] = numberOf.get(tag) ?? root;
      return `<< /Type /MCR /Pg ${pages[part.page]} 0 R /MCID ${part.mark} >>`;
    }),
  );
  const parents = owners
    .map((own, page) => `${page} [${own.map((number) => `${number} 0 R`).join(' ')}]`)
    .join(' ');
  out.object(
    `<< /Type /StructTreeRoot /K [${root + 1} 0 R] /ParentTree << /Nums [${parents}] >> /ParentTreeNextKey ${pages.length} >>`,
  );
  for (const [at, { tag, parent }] of tags.entries()) {
    const scope = tag.scope === undefined ? '' : ` /A << /O /Table /Scope /${tag.scope} >>`;
    out.object(
      `<< /Type /StructElem /S /${tag.role} /P ${parent} 0 R${scope} /K [${kids[at]?.join(' ')}] >>`,
    );
  }
}
