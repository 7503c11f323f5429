import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOf, hasForms } from '../../src/lib/affixes.ts';
import { COMMON_WORDS } from '../../src/lib/common-words.ts';

const YES: Readonly<Record<string, string>> = {
  coblos:
    'mencoblos mencobloskan mencoblosnya dicoblos dicobloskan dicoblosin tercoblos coblosan coblosannya coblosin coblosinnya nyoblos nyoblosnya coblosnya cobloslah cobloskan',
  pilih: 'memilih memilihnya memilihkan dipilih dipilihnya terpilih milih milihnya pilihlah pilihkan pilihin',
  dukung: 'mendukung mendukungnya didukung didukungnya dukungan dukunganmu dukunglah dukungin ngedukung berdukung',
  menang: 'memenangkan memenangi dimenangkan menangkan menangnya',
  juang: 'berjuang berjuanglah juangkan',
  bantu: 'membantu dibantu bantuan bantuin ngebantu bantulah',
  sukses: 'menyukseskan mensukseskan disukseskan nyukseskan sukseskan suksesnya',
  kawal: 'mengawal dikawal ngawal kawallah terkawal',
  proses: 'memproses diproses',
  traktir: 'mentraktir ditraktir traktiran',
  kritik: 'mengkritik dikritik kritikan',
  usung: 'mengusung diusung ngusung usungan',
  rangkul: 'merangkul dirangkul berangkul ngerangkul',
  gaung: 'menggaungkan digaungkan bergaung gaungnya',
  klik: 'mengeklik diklik',
  vote: 'memvote divote votenya',
};

/** Other words that hold the listed one, or look as if they grew from it. */
const NO: Readonly<Record<string, string>> = {
  coblos: 'pencoblosan pencoblos coblosum percoblosan cobloss coblo coblosnyaa mencobloskankan keblos',
  pilih: 'pemilihan pemilih pilihan kepilihan pilihx lipilih pemilu spilih milihnyaan',
  dukung: 'pendukung pendukungan kedukungan dukungxan kandungan kundung dukun',
  reka: 'mereka merekalah mereka2 rekanan perekat',
  palu: 'malu malunya malukan palung kepaluan',
  pakan: 'makan makanan makannya memakan pakanbaru',
  sukses: 'suksesi suksesinya kesuksesan suksessor',
  proses: 'prosesi prosesinya prosesor',
  sata: 'nyata nyatakan',
  saman: 'nyaman',
  tama: 'nama namanya tamasya utama',
  juang: 'pejuang perjuangan keju',
  satu: 'satuan satuanku kesatuan bersatuu persatuan',
  pula: 'mula pulang pulau',
};

const table = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).flatMap(([base, forms]) => forms.split(' ').map((form) => [base, form] as const));

describe('forms with affixes', () => {
  test.each(table(YES))('%s: %s is one', (base, form) => {
    expect(formsOf(base)).toContain(form);
  });
  test.each(table(NO))('%s: %s is none', (base, form) => {
    expect(formsOf(base)).not.toContain(form);
  });
  test('there are enough cases of both', () => {
    expect(table(YES).length + table(NO).length).toBeGreaterThanOrEqual(120);
  });
});

test('short words, tags, phrases, numbers and other scripts have no forms', () => {
  for (const word of ['cat', 'a', '', '#coblos', 'coblos satu', 'no1', 'c\u043Eblos', 'café', 'x'.repeat(61)]) {
    expect(hasForms(word), word).toBe(false);
    expect(formsOf(word), word).toEqual([]);
  }
});

test('decorated letters are read as the letters they show', () => {
  expect(formsOf('\u{1D402}oblos')).toEqual(formsOf('coblos'));
});

test('no form is the word itself, an everyday word, or without most of the word; none comes twice', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aeiouptskbdcgmnlrw'), minLength: 4, maxLength: 9 });
  fc.assert(
    fc.property(word, (base) => {
      const forms = formsOf(base);
      expect(new Set(forms).size).toBe(forms.length);
      expect(forms).not.toContain(base);
      for (const form of forms) {
        expect(COMMON_WORDS.has(form)).toBe(false);
        expect(form).toContain(base.slice(1));
      }
      expect(forms.length).toBeLessThan(250);
    }),
    { seed: 20240922, numRuns: 2000 },
  );
});
