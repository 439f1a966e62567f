/**
 * Name of a cookie of exactly this host: with its prefix browsers take it over https only, with `Secure` and the whole path,
 * and no other host of the domain can set it. Without https no browser would take it by that name.
 */
export function hostCookie(name: string, https: boolean): string {
  return https ? `${prefix}${name}` : name;
}

/** The name without the prefix. */
export function bareCookie(name: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

const prefix = '__Host-';
