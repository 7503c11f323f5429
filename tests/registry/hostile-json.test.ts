// JSON from strangers with keys that reach into an object's own machinery, at every depth: whatever reads it, nothing is polluted and
// no such key is handed on.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPlanSchema } from '../../src/model/import-plan.ts';
import { packageHeadSchema, papersSchema, registryListSchema, registryRowSchema } from '../../src/model/registry.ts';
import { parseCalendarFile } from '../../src/rules/calendar-file.ts';
import { importGuardedFiles } from './whole-import.ts';

const BAD = ['__proto__', 'constructor', 'prototype'];
const POLLUTION = { polluted: true, toString: 'x', isOn: true, expiresOn: '2099-01-01' };
/** Any JSON, with the three keys among the others at all depths. Built as text: an object could not hold them all. */
const hostile: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify(value)),
    fc.array(tie('node'), { maxLength: 4 }).map((parts) => `[${parts.join(',')}]`),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(...BAD),
            fc.constantFrom('nama', 'status', 'x', 'papers', 'title', 'stages', 'head'),
            fc.string({ maxLength: 8 }),
          ),
          fc.oneof(tie('node'), fc.constant(JSON.stringify(POLLUTION))),
        ),
        {
          maxLength: 5,
        },
      )
      .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
  ),
})).node;

const isClean = () =>
  (({}) as Record<string, unknown>)['polluted'] === undefined &&
  ([] as unknown as Record<string, unknown>)['polluted'] === undefined &&
  String({}) === '[object Object]' &&
  Object.keys(Object.prototype).length === 0;

function hasBadKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getOwnPropertyNames(value).some((key) => BAD.includes(key)) || Object.values(value).some(hasBadKey);
}

test('as a list: refused or read, and clean', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const read = await importGuardedFiles({ name: 'a.json', content: text });
      expect([isClean(), hasBadKey(read.whole)]).toEqual([true, false]);
    }),
    { numRuns: 1500 },
  );
});

test('as the head of a package, papers, a list, a row, a plan, a calendar: refused or read, and clean', () => {
  const schemas = [packageHeadSchema, papersSchema, registryListSchema, registryRowSchema, importPlanSchema];
  fc.assert(
    fc.property(hostile, (text) => {
      for (const schema of schemas) {
        const parsed = schema.safeParse(JSON.parse(text));
        if (parsed.success) expect(hasBadKey(parsed.data)).toBe(false);
      }
      const calendar = parseCalendarFile(text);
      expect([isClean(), hasBadKey(calendar)]).toEqual([true, false]);
    }),
    { numRuns: 1500 },
  );
});

// A sound thing with one of the keys put into each of its objects in turn.
const papers = {
  title: 'ASN',
  issuer: 'BKD',
  legalBasis: '',
  region: { scheme: 'kemendagri', code: '34.04', name: 'Sleman' },
  stage: '',
  users: '',
  madeOn: '2026-01-01',
  expiresOn: '2026-12-31',
};
const list = {
  listId: '11111111-1111-4111-8111-111111111111',
  papers,
  origin: 'file',
  isOn: false,
  importedAt: '2026-01-01T00:00:00Z',
  files: ['a.csv'],
  counts: { accounts: 1, people: 1, refused: 0, ambiguous: 0 },
};
test.each(BAD)('%s inside what is otherwise sound is refused at every depth', (key) => {
  const text = JSON.stringify(list);
  expect(registryListSchema.safeParse(JSON.parse(text)).success).toBe(true);
  const places = [...text.matchAll(/\{/g)].map(({ index }) => index + 1);
  expect(places.length).toBe(4);
  for (const at of places) {
    const bent = `${text.slice(0, at)}${JSON.stringify(key)}:${JSON.stringify(POLLUTION)},${text.slice(at)}`;
    const parsed = registryListSchema.safeParse(JSON.parse(bent));
    // zod takes an own __proto__ for no key at all: it is dropped, and what it says counts for nothing.
    if (parsed.success)
      expect([key, parsed.data.isOn, parsed.data.papers.expiresOn, hasBadKey(parsed.data)]).toEqual([
        '__proto__',
        false,
        '2026-12-31',
        false,
      ]);
    expect(isClean()).toBe(true);
  }
});
