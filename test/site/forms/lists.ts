import type { Officer } from '../../messaging/fixtures/console.ts';

/** Uploads numbers of Lucknow as a list. @returns its id */
export async function uploadList(
  officer: Officer,
  numbers: readonly string[],
  name = 'नमूना सूची',
): Promise<number> {
  const particulars = new URLSearchParams({
    name,
    consentBasis: 'public-duty',
    source: 'जाँच के लिए',
    retainUntil: '2019-07-31',
  });
  const form = new FormData();
  form.append('file', new Blob([`mobile,district\n${numbers.join(',lucknow\n')},lucknow\n`]));
  const { headers, body } = new Request('http://localhost', { method: 'POST', body: form });
  const answer = await officer.send({
    method: 'POST',
    url: `/api/audiences?${particulars}`,
    headers: Object.fromEntries(headers),
    payload: Buffer.from(await new Response(body).arrayBuffer()),
  });
  if (answer.statusCode !== 201) throw new Error(`Expected a list, got ${answer.body}`);
  return answer.json().id;
}
