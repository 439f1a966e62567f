import { useState } from 'react';

/**
 * The query of the address when the view was opened. Views write into it themselves, and are drawn again whenever
 * counts come in: reading the address at each render would reset them.
 */
export function useAsked(): URLSearchParams {
  const [asked] = useState(() => new URLSearchParams(location.search));
  return asked;
}
