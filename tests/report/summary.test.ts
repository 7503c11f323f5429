// ringkasan.html under attack: whatever a page or a list says, it stays text.
import { JSDOM } from 'jsdom';
import { beforeAll, expect, test } from 'vitest';
import { expectRecord } from '../../src/evidence/seal.ts';
import type { EvidenceRecord } from '../../src/model/evidence.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import type { Listing } from '../../src/model/sighting.ts';
import { html, toVisible } from '../../src/report/markup.ts';
import { type SummaryInput, toSummary } from '../../src/report/summary.ts';
import { hideNip, localWords, utcWords } from '../../src/report/words.ts';
import { BUNDLE_ID, toInput } from './sample.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '</style><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '--><iframe src="javascript:alert(1)"></iframe><!--',
  '&lt;script&gt;&#60;script&#62;',
  '<a href="javascript:alert(1)">klik</a>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/"><link rel=stylesheet href=//evil.example>',
  '\u202e\u2066moc.live\u2069 \u200b\u200d\ufeff\u0000\u001b[31m',
  '\ud800 separuh',
  '$' + '{7*7} {{7*7}} `x`',
  `Z${'\u0301'.repeat(500)}`,
];

let base: SummaryInput;
beforeAll(async () => {
  const input = await toInput();
  base = {
    bundleId: BUNDLE_ID,
    createdAt: input.createdAt,
    software: input.software,
    meta: input.meta,
    fingerprint: 'SHA256:abc',
    logSize: input.lines.length,
    logHead: 'f'.repeat(64),
    logStartedAt: input.createdAt,
    clockSteps: [],
    records: input.records.map((sealed) => ({ seq: sealed.seq, record: expectRecord(sealed) })),
  };
});

/** Every text that the model leaves free, replaced; what the model would refuse stays as it was. */
function infect<T>(value: T, text: string, accepts: (changed: T) => boolean): T {
  const paths: (string | number)[][] = [];
  const collect = (here: unknown, path: (string | number)[]): void => {
    if (typeof here === 'string' || here === null) paths.push(path);
    else if (typeof here === 'object') for (const [key, inner] of Object.entries(here)) collect(inner, [...path, key]);
  };
  collect(value, []);
  let changed = structuredClone(value);
  for (const path of paths) {
    const attempt = structuredClone(changed);
    let parent = attempt as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
    parent[path.at(-1) ?? ''] = text;
    if (accepts(attempt)) changed = attempt;
  }
  return changed;
}

const isRecord = (record: EvidenceRecord) => recordSchema.safeParse(record).success;

test.each(HOSTILE)('%j in every field stays text', (text) => {
  const records = base.records.map(({ seq, record }) => ({ seq, record: infect(record, text, isRecord) }));
  expect(JSON.stringify(records).split(JSON.stringify(text)).length).toBeGreaterThan(100);
  const page = toSummary({
    ...base,
    records,
    software: text,
    fingerprint: text,
    meta: { organization: text, collector: text, description: text },
  });
  const requests: string[] = [];
  const { document } = new JSDOM(page, { url: 'file:///bundle/data/ringkasan.html' }).window;
  const plain = new JSDOM(toSummary(base)).window.document;
  const allowed = new Set([...plain.querySelectorAll('*')].map((element) => element.tagName));
  for (const element of document.querySelectorAll('*')) {
    expect(allowed.has(element.tagName), element.tagName).toBe(true);
    for (const { name, value } of element.attributes) {
      expect(name.startsWith('on'), `${element.tagName} ${name}`).toBe(false);
      if (['href', 'src'].includes(name)) requests.push(value);
    }
  }
  for (const address of requests) expect(address).toMatch(/^(#dugaan-\d+|(bukti|sumber|salinan)\/[0-9a-f]{64}\.(png|html\.txt|html))$/);
  expect(document.querySelectorAll('script, iframe, object, embed, form, base, link, svg').length).toBe(0);
  expect(document.querySelectorAll('meta[http-equiv]').length).toBe(1);
  expect(document.querySelectorAll('style').length).toBe(1);
  const unseen = [...page].filter((char) => char !== '\n' && /\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u.test(char));
  expect(unseen).toEqual([]);
  expect(page.isWellFormed()).toBe(true);
});

test('the page is inert by its own policy', () => {
  const policy = new JSDOM(toSummary(base)).window.document
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute('content');
  expect(policy).toContain("default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'");
});

test('what an officer has to know stands there', () => {
  const { document } = new JSDOM(toSummary(base)).window;
  const text = (document.body.textContent ?? '').replace(/\s+/g, ' ');
  for (const words of [
    'diduga mengomentari kiriman',
    'diduga menyukai kiriman',
    'diduga membagikan kiriman',
    'nomor akun sama',
    'hanya nama akun sama: perlu dipastikan',
    'Siti Rahmawati',
    'pernyataan sendiri kepada BKPSDM',
    'Apa yang dibuktikan dan yang tidak',
    'Akun bukan orang',
    'Tingkat asal-usul P2: gambar layar dan sumber halaman dari satu tindakan yang sama',
    '✓ 100% dari kata-kata perbuatan itu',
    'tidak disertakan: dapat memperlihatkan orang lain',
    'Belum ditinjau',
    'Dikesampingkan oleh peninjau',
    'Pemilik akun belum pasti.',
    'situs menyebut 1.284',
    'Budi⟨U+202E⟩ S',
    'tercantum pula pada daftar akun kampanye',
  ]) {
    expect(text).toContain(words);
  }
  expect(document.querySelectorAll('section.finding').length).toBe(3);
  expect(document.querySelectorAll('img').length).toBe(4);
  expect(text.toLowerCase()).not.toContain('pelanggar');
});

test('a civil-service number never appears, ids stay whole', () => {
  const page = toSummary(base);
  expect(page).not.toContain('198503152010011005');
  expect(page).toContain('[NIP ditutup]');
  expect(hideNip('NIP 19850315 201001 1 005, 19850315.201001.2.005.')).toBe('NIP [NIP ditutup], [NIP ditutup].');
  expect(hideNip('3456789012345678901 081234567890 1985031520100110051')).toBe('3456789012345678901 081234567890 1985031520100110051');
});

test('emoji families and Arabic joiners stay, a joiner that hides between Latin letters shows', () => {
  expect(toVisible('👨‍👩‍👧 ☝🏽')).toBe('👨‍👩‍👧 ☝🏽');
  expect(toVisible('bu\u200ddi')).toBe('bu⟨U+200D⟩di');
  expect(toVisible('a\nb\tc')).toBe('a\nb\tc');
  expect(html`<b title="${'"x'}">${['<', null, html`<i>ok</i>`]}</b>`.text).toBe('<b title="&quot;x">&lt;<i>ok</i></b>');
});

test('times in words', () => {
  expect(utcWords('2026-11-22T12:15:03.250Z')).toBe('22 November 2026 12.15.03 UTC');
  expect(localWords('2026-11-23T01:15:03+08:00', 'Asia/Makassar')).toBe('23 November 2026 01.15.03 WITA (UTC+08:00, Asia/Makassar)');
  expect(localWords('kapan saja', 'X')).toBe('kapan saja (X)');
});

test('how much of a list was seen stands beside what the site states; older records say nothing of it', () => {
  const withSeen = (seen: number | undefined) =>
    toSummary({
      ...base,
      records: base.records.map(({ seq, record }) => {
        if (record.type !== 'capture') return { seq, record };
        const { sighting } = record.body.match;
        const told = {
          kind: 'listing' as const,
          platform: 'facebook' as const,
          source: 'page' as const,
          action: 'like' as const,
          post: sighting.post,
          total: 175,
          filtered: null,
          filterShown: null,
          more: true,
        };
        const listings = [recordListing(told, seen)];
        return { seq, record: { ...record, body: { ...record.body, listings } } };
      }),
    });
  const recordListing = (told: Omit<Listing, 'seen'>, seen: number | undefined): Listing => (seen === undefined ? told : { ...told, seen });
  expect(withSeen(35)).toContain('situs menyebut 175; terlihat oleh pemantau 35;');
  expect(withSeen(undefined)).not.toContain('terlihat oleh pemantau');
});

test('anger is not written as liking: heading, row and overview say which reaction it was', () => {
  const records = structuredClone(base.records).map(({ seq, record }) => {
    if (record.type !== 'capture') return { seq, record };
    const sighting = { ...record.body.match.sighting, action: 'like' as const, reaction: 'angry' as const, reactionShown: 'Marah' };
    return { seq, record: { ...record, body: { ...record.body, match: { ...record.body.match, sighting } } } };
  });
  const { document } = new JSDOM(toSummary({ ...base, records })).window;
  expect(document.body.textContent).not.toContain('menyukai');
  for (const place of ['h2', 'nav td', 'tbody td'])
    expect(
      [...document.querySelectorAll(place)].some((one) => one.textContent?.includes('reaksi “marah”')),
      place,
    ).toBe(true);
});

test('an original that is handed on unchanged is neither missing nor made from itself', () => {
  const isOriginal = (role: string) => ['screenshot', 'crop', 'source', 'copy'].includes(role);
  let source = '';
  const records = structuredClone(base.records).map(({ seq, record }) => {
    if (record.type !== 'capture') return { seq, record };
    const { artefacts } = record.body;
    const hashOf = (role: string) => artefacts.find((one) => one.role === role)?.hash ?? '';
    source = hashOf('redacted-source');
    const renamed = artefacts.map((one) => {
      if (one.role === 'source') return { ...one, hash: source };
      if (one.role === 'redacted-source') return { ...one, madeFrom: { inputHash: source, how: 'redact' as const, rect: null } };
      return one.role === 'copy' ? { ...one, hash: hashOf('redacted-copy') } : one;
    });
    const kept = renamed.filter(({ role }) => !isOriginal(role));
    return {
      seq,
      record: { ...record, body: { ...record.body, artefacts: kept, notKept: renamed.filter(({ role }) => isOriginal(role)) } },
    };
  });
  const { document } = new JSDOM(toSummary({ ...base, records })).window;
  const rows = [...document.querySelectorAll('tr')].filter((one) => one.querySelector('td .hash') !== null);
  const ofSource = rows.filter((one) => one.querySelector('.hash')?.textContent === source);
  expect(ofSource.length).toBe(1);
  const said = ofSource[0]?.textContent ?? '';
  expect(said).toContain('sama dengan yang disertakan: tidak ada nama orang lain yang perlu diganti');
  for (const lie of ['tidak disimpan', 'nama orang lain diganti', 'ditutupi']) expect(said).not.toContain(lie);
  const missing = rows.filter((one) => one.textContent?.includes('tidak disimpan: dapat memperlihatkan orang lain'));
  expect(missing.length).toBeGreaterThan(0);
  for (const one of missing) {
    const linked = [...(one.closest('table')?.querySelectorAll('a.hash') ?? [])].map(({ textContent }) => textContent);
    expect(linked).not.toContain(one.querySelector('.hash')?.textContent);
  }
});
