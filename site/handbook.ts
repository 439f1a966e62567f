/**
 * A paper of the project as a page: on the site its links to other files lead nowhere, so their paths are told instead; a wide
 * table scrolls by itself.
 */
export function paperToPage(html: string): string {
  return html
    .replace(/<a href="(?![a-z]+:|[#/])([^"]*)">(.*?)<\/a>/g, (_, href: string, label: string) => {
      const path = href.replace(/^(\.\.?\/)+/, '');
      const plain = label.replace(/<[^>]+>/g, '');
      return plain === path ? label : `${label} (<code>${path}</code>)`;
    })
    .replace(/<table>/g, '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>')
    .replace(/<\/table>/g, '</table></div>');
}
