/** The address that the browser shows is the one to share, wherever the pages are served from. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) {
  const url = new URL(link.href);
  const text = url.searchParams.get('text') ?? '';
  url.searchParams.set('text', `${text.slice(0, text.lastIndexOf('\n'))}\n${location.href}`);
  link.href = url.href;
}
