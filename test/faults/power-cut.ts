import { cutPowerOften } from '../messaging/fixtures/power-cuts-run.ts';

// Beside `npm test`, which cuts one disk: ends with 1 when the service did not start by itself after a power cut, or
// something acknowledged was gone.
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
const result = await cutPowerOften({
  images: 30,
  loadMs: 5000,
  seed,
  kit: true,
  tell: (line) => console.log(line),
});
if (result === undefined) {
  console.error('Expected to mount an ext4 image (mount -o loop, as root)');
  process.exit(2);
}
console.log(JSON.stringify(result));
const { images, needHand, missing } = result;
console.log(`${images} images, ${needHand.length} need a hand, ${missing.length} lost something`);
process.exit(needHand.length + missing.length === 0 ? 0 : 1);
