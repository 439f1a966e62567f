import { cutPowerOften } from '../messaging/fixtures/power-cuts.ts';

// Beside `npm test`, which records the disk instead (`open-durable.test.ts`): ends with 1 when something acknowledged was gone after a power cut.
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
const result = await cutPowerOften({
  images: 5,
  cutsUnderLoad: 13,
  cutsAfterStop: 5,
  loadMs: 5000,
  seed,
  tell: (line) => console.log(line),
});
if (result === undefined) {
  console.error('Expected to mount an ext4 image (mount -o loop, as root)');
  process.exit(2);
}
console.log(JSON.stringify(result));
console.log(result.missing.length === 0 ? 'nothing acknowledged was lost' : 'LOST');
process.exit(result.missing.length === 0 ? 0 : 1);
