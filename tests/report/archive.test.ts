// Zips from strangers: each is refused with a reason, none throws, none passes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { BUNDLE_ID, toInput } from './sample.ts';

interface Entry {
  readonly name: string;
  readonly data?: Buffer;
  readonly method?: 0 | 8;
  /** What the headers say instead of the truth. */
  readonly lie?: { readonly size?: number; readonly crc?: number; readonly packed?: number };
  readonly mode?: number;
  readonly flags?: number;
  readonly localName?: string;
}

/** A zip exactly as told, lies and all. */
function toZip(entries: readonly Entry[], extra: { readonly count?: number; readonly comment?: string } = {}): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data = Buffer.from('isi'), method = 0, lie = {}, mode = 0o100644, flags = 0, localName = name } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : data;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(0x5976, 8);
    common.writeUInt32LE(lie.crc ?? crc32(data), 10);
    common.writeUInt32LE(lie.packed ?? packed.length, 14);
    common.writeUInt32LE(lie.size ?? data.length, 18);
    const local = Buffer.from(common);
    local.writeUInt16LE(Buffer.byteLength(localName), 22);
    const part = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), local, Buffer.from(localName), packed]);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(0x0314, 4);
    common.copy(central, 6);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE((mode * 0x10000) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(part);
    centrals.push(central, Buffer.from(name));
    offset += part.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(extra.count ?? entries.length, 8);
  end.writeUInt16LE(extra.count ?? entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(extra.comment?.length ?? 0, 20);
  return new Uint8Array(Buffer.concat([...locals, directory, end, Buffer.from(extra.comment ?? '')]));
}

const top = (name: string): string => `${BUNDLE_ID}/${name}`;
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  bytes = new Uint8Array(await (await writeBundleBlob(await toInput())).blob.arrayBuffer());
});

const archiveOf = async (zip: Uint8Array<ArrayBuffer>) => {
  const verification = await verifyBundle(zip);
  expect(verification.ok).toBe(false);
  const check = verification.checks.find((one) => one.check === 'archive');
  return { verdict: check?.verdict, say: check?.say ?? '', files: check?.files ?? [] };
};

test('the maker of test zips makes sound ones', async () => {
  expect(await archiveOf(toZip([{ name: top('bagit.txt') }, { name: top('data/x'), method: 8 }]))).toEqual({
    verdict: 'pass',
    say: 'Zip aman dan utuh.',
    files: [],
  });
});

const many = Array.from({ length: 20_001 }, (_, i) => ({ name: top(`data/${i}`), data: Buffer.alloc(0) }));
const zeros = Buffer.alloc(5_000_000);
const hostile: Readonly<Record<string, () => Uint8Array<ArrayBuffer>>> = {
  'step upwards': () => toZip([{ name: top('../../evil.txt') }]),
  'step upwards at the top': () => toZip([{ name: '../evil.txt' }]),
  'absolute path': () => toZip([{ name: '/etc/passwd' }]),
  'drive letter': () => toZip([{ name: 'C:/evil.txt' }]),
  backslash: () => toZip([{ name: `${BUNDLE_ID}\\..\\evil.txt` }]),
  'dot part': () => toZip([{ name: top('./x') }]),
  'empty part': () => toZip([{ name: top('data//x') }]),
  'control character': () => toZip([{ name: top('data/x\n') }]),
  'direction override': () => toZip([{ name: top('data/\u202egnp.exe') }]),
  'blank in a name': () => toZip([{ name: top('data/a b') }]),
  'dash at the start': () => toZip([{ name: '-rf/x' }]),
  'overlong name': () => toZip([{ name: top('a'.repeat(300)) }]),
  'same name twice': () => toZip([{ name: top('bagit.txt') }, { name: top('bagit.txt'), data: Buffer.from('lain') }]),
  'names equal but for case': () => toZip([{ name: top('bagit.txt') }, { name: top('BAGIT.TXT') }]),
  'a file that is a folder': () => toZip([{ name: top('data') }, { name: top('data/x') }]),
  'two top folders': () => toZip([{ name: top('x') }, { name: 'lain/x' }]),
  'file beside the folder': () => toZip([{ name: top('x') }, { name: 'x' }]),
  'symbolic link': () => toZip([{ name: top('data/x'), mode: 0o120777, data: Buffer.from('/etc/passwd') }]),
  device: () => toZip([{ name: top('data/x'), mode: 0o060644 }]),
  bomb: () => toZip([{ name: top('data/x'), data: zeros, method: 8 }]),
  'bomb that lies about its size': () => toZip([{ name: top('data/x'), data: zeros, method: 8, lie: { size: 1000 } }]),
  'size said too small': () => toZip([{ name: top('data/x'), data: Buffer.from('abcdefgh'), method: 8, lie: { size: 4 } }]),
  'size said too large': () => toZip([{ name: top('data/x'), data: Buffer.from('abcdefgh'), method: 8, lie: { size: 9 } }]),
  'stored size lie': () => toZip([{ name: top('data/x'), lie: { size: 2 } }]),
  'packed size past the end': () => toZip([{ name: top('data/x'), lie: { packed: 1_000_000, size: 1_000_000 } }]),
  'wrong checksum': () => toZip([{ name: top('data/x'), lie: { crc: 1 } }]),
  'size of many gigabytes': () => toZip([{ name: top('data/x'), lie: { size: 0xfffffff0, packed: 0xfffffff0 } }]),
  'too many files': () => toZip(many),
  'more files than counted': () => toZip([{ name: top('a') }, { name: top('b') }], { count: 1 }),
  'fewer files than counted': () => toZip([{ name: top('a') }], { count: 2 }),
  'local name differs': () => toZip([{ name: top('data/x'), localName: top('data/y') }]),
  encrypted: () => toZip([{ name: top('data/x'), flags: 1 }]),
  comment: () => toZip([{ name: top('data/x') }], { comment: 'halo' }),
  'data after the end': () => new Uint8Array(Buffer.concat([toZip([{ name: top('data/x') }]), Buffer.from('ekor')])),
  'data before the start': () => new Uint8Array(Buffer.concat([Buffer.from('kepala'), toZip([{ name: top('data/x') }])])),
  'two zips in one': () => new Uint8Array(Buffer.concat([toZip([{ name: top('a') }]), toZip([{ name: top('b') }])])),
  'nothing inside': () => toZip([]),
  'no zip': () => new Uint8Array(Buffer.from('<html>bukan zip</html>')),
  'no bytes': () => new Uint8Array(),
};

for (const [name, make] of Object.entries(hostile)) {
  test(`refused: ${name}`, async () => {
    const { verdict, say } = await archiveOf(make());
    expect(verdict).toBe('fail');
    expect(say.length).toBeGreaterThan(10);
  });
}

test('a link packed by the usual tool is refused', async () => {
  const work = mkdtempSync(join(tmpdir(), 'netra-link-'));
  mkdirSync(join(work, BUNDLE_ID));
  symlinkSync('/etc/passwd', join(work, BUNDLE_ID, 'bagit.txt'));
  execFileSync(
    'python3',
    [
      '-c',
      `
import zipfile
with zipfile.ZipFile('link.zip','w') as z:
    info = zipfile.ZipInfo('${BUNDLE_ID}/bagit.txt'); info.create_system = 3; info.external_attr = 0o120777 << 16
    z.writestr(info, '/etc/passwd')
`,
    ],
    { cwd: work },
  );
  expect((await archiveOf(new Uint8Array(readFileSync(join(work, 'link.zip'))))).files).toEqual([top('bagit.txt')]);
});

test('a bundle packed anew by another tool still verifies', async () => {
  const work = mkdtempSync(join(tmpdir(), 'netra-repack-'));
  writeFileSync(join(work, 'a.zip'), bytes);
  execFileSync('unzip', ['-q', 'a.zip', '-d', 'out'], { cwd: work });
  execFileSync('python3', ['-c', "import shutil; shutil.make_archive('b','zip','out')"], { cwd: work });
  const { checks } = await verifyBundle(new Uint8Array(readFileSync(join(work, 'b.zip'))));
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});

test('cut off anywhere, a bundle is refused', async () => {
  const lengths = [
    ...Array.from({ length: 50 }, (_, i) => Math.floor((bytes.length * i) / 50)),
    ...Array.from({ length: 400 }, (_, i) => bytes.length - 1 - i),
  ];
  for (const length of lengths) expect((await archiveOf(bytes.slice(0, length))).verdict, `${length}`).toBe('fail');
});

test('one changed byte anywhere in the zip is seen, be it a date', async () => {
  const directory = Buffer.from(bytes).indexOf('PK\x01\x02', 'latin1');
  const headers = bytes.length - directory;
  const places = [
    ...Array.from({ length: 100 }, (_, i) => i * 1097),
    ...Array.from({ length: 300 }, (_, i) => directory + ((i * 89) % headers)),
  ];
  for (let i = 0; i < 30; i++) places.push(i);
  for (let i = 1; i <= 22; i++) places.push(bytes.length - i);
  for (const i of places.filter((place) => place < bytes.length)) {
    const { ok } = await verifyBundle(bytes.with(i, (bytes[i] ?? 0) ^ 1));
    expect(ok, `byte ${i} of ${bytes.length}, headers from ${directory}`).toBe(false);
  }
});
