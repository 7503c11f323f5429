import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toVisible } from '../../src/ui/parts/visible-text.ts';

test('signs that turn or hide text are shown by their number', () => {
  expect(toVisible('ab\u202Edc\u202C')).toBe('ab⟨U+202E⟩dc⟨U+202C⟩');
  expect(toVisible('a\u200Bb\u00ADc\uFEFF')).toBe('a⟨U+200B⟩b⟨U+00AD⟩c⟨U+FEFF⟩');
  expect(toVisible('\u0000\u001B[2J')).toBe('⟨U+0000⟩⟨U+001B⟩[2J');
  expect(toVisible('a\u2066b\u2069')).toBe('a⟨U+2066⟩b⟨U+2069⟩');
  expect(toVisible('\uD800x')).toBe('⟨U+D800⟩x');
  expect(toVisible('ㅤ')).toBe('⟨U+3164⟩');
});

test('what people really write stays as it is', () => {
  for (const text of ['Siti Rahmawati, S.Pd.', 'Budi 🇮🇩', '👩‍💻 kerja', 'محمد', '&amp; <b>x</b>', 'é e\u0301'])
    expect(toVisible(text)).toBe(text);
});

test('line ends show as blanks, or stay where lines are wanted', () => {
  expect(toVisible('a\r\nb\nc')).toBe('a b c');
  expect(toVisible('a\r\nb\nc', { lines: true })).toBe('a\nb\nc');
});

test('long texts and floods of marks are cut and say so', () => {
  expect(toVisible('a'.repeat(200), { limit: 10 })).toBe(`${'a'.repeat(10)}…`);
  expect(toVisible(`a${'\u0301'.repeat(5000)}`, { limit: 10 }).length).toBeLessThan(40);
  expect(toVisible('👩‍👩‍👧‍👦'.repeat(4), { limit: 2 })).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
});

test('whatever goes in, nothing that turns text round comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toVisible(text)).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\u202E', '\u2067', '\u200D', '👩', '\u0301', '\n')), (parts) => {
      expect(toVisible(parts.join(''))).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }),
  );
});
