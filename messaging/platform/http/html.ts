import { createHash } from 'node:crypto';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { marigold, navy, red } from '../../../campaigns/house-colours.ts';

declare const isSafe: unique symbol;
/** Markup that is safe to send: made by `html`, which escapes every value that is not markup, or by `trustMarkup`. */
export interface Markup {
  readonly markup: string;
  readonly [isSafe]: true;
}
type Value = string | number | Markup | readonly Markup[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Tagged template for markup. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let markup = parts[0] ?? '';
  values.forEach((value, index) => {
    markup += render(value) + (parts[index + 1] ?? '');
  });
  return trustMarkup(markup);
}

/** For styles and drawings that the service itself made; never for anything that somebody entered. */
export function trustMarkup(markup: string): Markup {
  return { markup } as Markup;
}

function render(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  if ('markup' in value) return value.markup;
  return value.map((entry) => entry.markup).join('');
}

const style = `
@font-face{font-family:"Mukta Served";font-weight:400;font-display:swap;src:url(/service/mukta-400.woff2) format("woff2");unicode-range:U+0900-097F,U+200C-200D,U+25CC}
@font-face{font-family:"Mukta Served";font-weight:600 700;font-display:swap;src:url(/service/mukta-600.woff2) format("woff2");unicode-range:U+0900-097F,U+200C-200D,U+25CC}
@font-face{font-family:"Mukta Served";font-weight:400;font-display:swap;src:url(/service/mukta-gujarati-400.woff2) format("woff2");unicode-range:U+0A80-0AFF}
@font-face{font-family:"Mukta Served";font-weight:600 700;font-display:swap;src:url(/service/mukta-gujarati-600.woff2) format("woff2");unicode-range:U+0A80-0AFF}
@font-face{font-family:"Mukta Served";font-weight:400;font-display:swap;src:url(/service/mukta-latin-400.woff2) format("woff2");unicode-range:U+0000-00FF,U+2000-206F}
@font-face{font-family:"Mukta Served";font-weight:600 700;font-display:swap;src:url(/service/mukta-latin-600.woff2) format("woff2");unicode-range:U+0000-00FF,U+2000-206F}
:root{color-scheme:light;--navy:#${navy};--red:#${red};--marigold:#${marigold};--key:#111}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.65 Mukta,"Mukta Served","Noto Sans Devanagari","Nirmala UI","Kohinoor Devanagari",system-ui,sans-serif;color:var(--key);background:#fff}
header{background:var(--navy);color:#fff;border-bottom:4px solid var(--marigold)}
header,main,footer{padding:1rem max(1rem,calc(50vw - 24rem))}
header p{margin:0;font-weight:600}
.mark{background:var(--key);color:#fff;font-weight:600;text-align:center;padding:.35rem 1rem;margin:0;print-color-adjust:exact}
h1{font-size:1.6rem;line-height:1.35;color:var(--navy);margin:.5rem 0 .75rem}
h2{font-size:1.15rem;color:var(--navy);margin:1.5rem 0 .25rem}
a{color:var(--navy);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--red);outline-offset:2px}
ul.list{list-style:none;margin:0;padding:0}
ul.list>li{border-bottom:1px solid #d5dbe6;padding:.55rem 0}
ul.list a{display:inline-block;min-height:1.75rem;margin-right:1rem}
ul.columns{columns:15rem;column-gap:2rem}
ul.columns>li{break-inside:avoid}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}
label{flex:1 0 100%;color:var(--navy);font-weight:600}
input,button{min-height:3rem;padding:.4rem .9rem;border:2px solid var(--navy);border-radius:.5rem;font:inherit}
input{flex:1 1 9rem;max-width:16rem;min-width:0}
button{background:var(--navy);color:#fff;font-weight:600;cursor:pointer}
input:focus-visible,button:focus-visible{outline:3px solid var(--red);outline-offset:2px}
.detail{color:#44506a;font-size:.95rem}
code{background:#eef1f6;padding:.1em .35em;border-radius:3px}
pre{overflow-x:auto;background:#eef1f6;padding:.75rem}
summary{cursor:pointer}
table{display:block;overflow-x:auto;border-collapse:collapse;font-size:.95rem;margin:0 0 1rem}
td{border-top:1px solid #d5dbe6;padding:.15rem .75rem .15rem 0;vertical-align:top}
.notice{border-left:6px solid var(--red);background:#fdecee;padding:.6rem .9rem;font-weight:600}
.notice.good{border-color:#1f7a3f;background:#e9f5ec}
.tag{display:inline-block;border:2px solid var(--navy);border-radius:1rem;padding:0 .6rem;font-size:.9rem;font-weight:600;color:var(--navy)}
.tag.bad{border-color:var(--red);color:var(--red)}
.tag.good{border-color:#1f7a3f;color:#1f7a3f}
.search{align-items:center;margin:.5rem 0}
.search input{max-width:none}
.order{border-top:4px solid var(--navy);margin:1rem 0;padding:.25rem 0}
.order h2,.order h4{display:inline;margin:0}
.order h3{margin:.75rem 0 0;color:var(--navy);font-size:1rem}
.order>summary{padding:.5rem 0}
.order h4{font-size:1.0625rem}
.links{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;margin:0;padding:0}
.links a,summary.button{display:inline-block;padding-block:.45rem}
.all{margin:.5rem 0}
.all>summary{list-style:none}
.parcel{position:relative;border-top:1px solid #d5dbe6}
.parcel>details>summary{min-height:3.25rem;padding:.7rem 8.5rem .6rem 0}
.parcel>details[open]{padding-bottom:.5rem}
.parcel p{margin:.25rem 0}
.sheet{max-height:7rem;border:1px solid #d5dbe6}
.parcel>form{position:absolute;top:.25rem;right:0;margin:0}
.parcel>form button{background:#fff;color:var(--navy)}
.hash{font-size:.9rem}
.hash>summary{padding:.4rem 0}
.hash code{overflow-wrap:anywhere}
.actions{display:flex;flex-wrap:wrap;gap:.5rem .75rem;margin:.5rem 0}
.button,button{display:inline-block;min-height:2.75rem;padding:.45rem 1rem;border:2px solid var(--navy);border-radius:.4rem;background:var(--navy);color:#fff;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.button.quiet,button.quiet{background:#fff;color:var(--navy)}
button:focus-visible{outline:3px solid var(--red);outline-offset:2px}
footer{color:#44506a;font-size:.9rem;border-top:1px solid #d5dbe6;margin-top:2rem}
`;

/** Policy for the service's own pages: no script, no third party, one style known by its hash. */
export const pagePolicyHeader = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The campaign of a page: its owner is at the head, and what marks a demonstration. */
export type PageCampaign = Pick<Campaign, 'copy' | 'languages' | 'fallback' | 'demonstration'>;

/**
 * A whole page of the service, in the campaign's own language unless it is told otherwise; parts in another language
 * carry their own `lang`.
 */
export function page(
  title: string,
  { copy, languages, demonstration }: PageCampaign,
  body: Markup,
  language: Campaign['languages'][number] = languages[0],
): string {
  const mark =
    demonstration === undefined
      ? html``
      : html`<p class="mark" role="note">${demonstration.notice.hi}<br>
<span lang="en">${demonstration.notice.en}</span></p>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trustMarkup(style)}</style>
</head>
<body>
${mark}<header><p>${copy.owner.hi}</p></header>
<main>${body}</main>
</body>
</html>
`.markup;
}
