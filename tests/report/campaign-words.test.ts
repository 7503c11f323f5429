import { expect, test } from 'vitest';
import { reasonWords } from '../../src/report/words.ts';
import { watchedRow, wordRow } from '../match/sample.ts';

test('the summary tells whom an account serves with all that the list states', () => {
  const watched = watchedRow({
    handle: 'calon',
    kind: 'candidate',
    number: 1,
    standings: [{ standing: 'calon', since: '2024-09-22' }],
    parties: ['Partai A', 'Partai B'],
    active: [{ from: '2024-09-25', to: null }],
    markedAt: '2026-11-22T03:00:00.000Z',
    official: false,
  });
  expect(reasonWords({ kind: 'author', watched, grade: 'id', dated: 'seen' })).toBe(
    'Kiriman itu dibuat oleh akun kampanye tidak terdaftar KPU @calon (Contoh Pasangan 01, Bupati, Sukamaju, jenis: calon, nomor urut 1, calon sejak 22 September 2024, partai: Partai A, Partai B, berlaku mulai 25 September 2024, ditandai sendiri oleh pemantau); kecocokan: nomor akun sama. Situs tidak menyebut waktu perbuatan: masa berlaku dihitung dari hari terlihat.',
  );
});

test('which form of a word was found', () => {
  expect(reasonWords({ kind: 'word', watched: wordRow('coblos', { seat: 'regent', office: '' }), where: 'own', form: 'mencoblos' })).toBe(
    'Kata-kata akun itu sendiri memuat kata kampanye “coblos”, tertulis “mencoblos” (Contoh Pasangan 01, Bupati dan Wakil Bupati, Sukamaju).',
  );
});
