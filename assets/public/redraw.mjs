import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha = (text) => createHash('sha256').update(text).digest('hex');
const rank = (seed) => (a, b) => (sha(`${seed}/${a}`) < sha(`${seed}/${b}`) ? -1 : 1);
const draw = (seed, keys, share) => keys.sort(rank(seed)).slice(0, Math.ceil(share * keys.length));
const { draws } = JSON.parse(readFileSync(process.argv[2]));
for (const { week, hash, seed, rushed, fresh, standing, drawn } of draws) {
  const all = [draw(seed, rushed, 0.2), draw(seed, fresh, 0.05), draw(seed, standing, 0.01)].flat();
  console.log(week, sha(seed) === hash && `${all}` === `${drawn}` ? 'same' : 'DIFFERENT');
}
