/** An address or a link that names the heading of a folded part opens it; the browser opens only what is inside. */
function openNamed(): void {
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  const details = named?.closest('summary')?.parentElement;
  if (details instanceof HTMLDetailsElement) details.open = true;
}
addEventListener('hashchange', openNamed);
openNamed();
