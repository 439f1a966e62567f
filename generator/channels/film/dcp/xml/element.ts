export type Attributes = Record<string, string>;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (found) => entities[found] ?? '');

/** An element with text, or with elements, which are indented below it. */
export function element(
  name: string,
  content: string | number | readonly string[],
  attributes: Attributes = {},
): string {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  if (typeof content === 'object') {
    if (content.length === 0) return `<${name}${said}/>`;
    const inner = content.map((each) => each.replace(/^/gm, '  ')).join('\n');
    return `<${name}${said}>\n${inner}\n</${name}>`;
  }
  return `<${name}${said}>${escapeXml(String(content))}</${name}>`;
}

export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

export const urn = (uuid: string) => `urn:uuid:${uuid}`;
