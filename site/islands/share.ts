/** The address that the browser shows is the one to share, wherever the pages are served from; what is after # stays. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) {
  const url = new URL(link.href);
  const text = url.searchParams.get('text') ?? '';
  const at = text.lastIndexOf('\n');
  const { hash } = new URL(text.slice(at + 1), location.href);
  url.searchParams.set('text', `${text.slice(0, at)}\n${location.href.split('#')[0]}${hash}`);
  link.href = url.href;
}
