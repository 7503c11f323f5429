import { expect, test } from 'vitest';
import { fromShortcode, toShortcode } from '../../src/lib/shortcode.ts';

test('an id above 2^53 and its code are the same number', () => {
  expect(toShortcode('3650123456789012345')).toBe('DKn1_HcOt95');
  expect(fromShortcode('DKn1_HcOt95')).toBe('3650123456789012345');
});

test.each(['', 'A', 'AAB', 'DKn1_HcOt95x', 'DKn1 HcOt95', '-----------'])('%j is no code', (code) =>
  expect(fromShortcode(code)).toBeNull(),
);

test.each(['', '0', '-1', '1.5', '01', 'abc', '12345678901234567890'])('%j is no id', (id) => expect(toShortcode(id)).toBeNull());
