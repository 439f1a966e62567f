/** Keeps a reader’s choice in the address of the page, so that it outlives a reload and can be sent to somebody else. */
export function readQuery(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** An empty value takes the name out. */
export function setQuery(query: URLSearchParams, name: string, value: string): void {
  if (value === '') query.delete(name);
  else query.set(name, value);
}

export function writeQuery(change: (query: URLSearchParams) => void): void {
  const query = readQuery();
  change(query);
  // A comma between ids needs no escape in a query (RFC 3986, 3.4).
  const text = query.toString().replaceAll('%2C', ',');
  history.replaceState(null, '', `${location.pathname}${text && `?${text}`}${location.hash}`);
}
