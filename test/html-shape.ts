import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** A page as a browser reads it. */
export interface ReadPage {
  /** Every element with its attributes' names, and of attributes that act their values. */
  shape: string[];
  /** All text and every value of an attribute. */
  words: string[];
}

/** Of these the value decides what a browser does, not the name alone. */
const acting = /^(on.*|srcdoc|http-equiv|style|method|type|rel|target)$/;

export function readPage(markup: string): ReadPage {
  const page: ReadPage = { shape: [], words: [] };
  visit(parse(markup), page);
  return page;
}

function visit(node: Node, page: ReadPage): void {
  if ('value' in node) page.words.push(node.value);
  if ('data' in node) page.shape.push('comment');
  if ('attrs' in node) {
    const attributes = node.attrs.map(({ name, value }) => {
      page.words.push(value);
      return acting.test(name) ? `${name}=${value}` : name;
    });
    page.shape.push([node.tagName, ...attributes].join(' '));
  }
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, page);
}
