/** Puts what is shown into the address of the page, so that a link leads to it; an empty value is taken out. */
export function keepInAddress(values: Readonly<Record<string, string | null>>): void {
  history.replaceState(history.state, '', makeAddress(values));
}

/** The same as a separate entry in the browser's history, so that "back" leads to what was shown before. */
export function openInAddress(values: Readonly<Record<string, string | null>>): void {
  const address = makeAddress(values);
  if (address.href !== location.href) history.pushState(null, '', address);
}

function makeAddress(values: Readonly<Record<string, string | null>>): URL {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  return address;
}
