import type { Asked } from '../../../../../messaging/contract/contract.ts';

/** The identity provider's answer, as the service takes it. */
export type ProviderAnswer = Asked<'POST /api/sign-in/provider'>['body'];

const beganAt = 'sign-in-page';

/** Notes the page from which a sign-in at the provider begins: the provider knows one address for both languages. */
export function leaveForProvider(url: string): void {
  sessionStorage.setItem(beganAt, location.pathname);
  location.assign(url);
}

/**
 * Takes the provider's answer out of the page's address, so that no reload sends it again; null where there is none, or
 * the page where the sign-in began is opened with it.
 */
export function takeProviderAnswer(): ProviderAnswer | null {
  const query = new URLSearchParams(location.search);
  const [state, code, error] = ['state', 'code', 'error'].map((name) => query.get(name));
  if (typeof state !== 'string') return null;
  const page = sessionStorage.getItem(beganAt);
  sessionStorage.removeItem(beganAt);
  if (page !== null && page !== location.pathname) {
    location.replace(`${page}${location.search}`);
    return null;
  }
  history.replaceState(null, '', location.pathname);
  const issuer = query.get('iss');
  const head = { state, ...(issuer === null ? {} : { iss: issuer }) };
  if (typeof code === 'string') return { ...head, code };
  return typeof error === 'string' ? { ...head, error } : null;
}
