/**
 * Cookie that the console leaves in the browser of an officer who is signed in: a scan by it is an inspection, and none of
 * a citizen's. It names nobody and opens nothing. The session's own cookie is sent by no scan.
 */
export const officerCookie = 'up-cop-officer=1';

/** Where the scan of a board leads such an officer: one tap there says how the board is. */
export const inspectionPath = (code: string) => `/console/boards/?code=${code}`;
