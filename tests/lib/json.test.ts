import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, looksWhole, parseJson, parseJsonDocuments, toObject, toText } from '../../src/lib/json.ts';

describe('long numbers stay what they were', () => {
  test.each([
    ['{"id":61550000000000123}', { id: '61550000000000123' }],
    ['{"id": -61550000000000123}', { id: '-61550000000000123' }],
    ['[1234567890123456789,1]', ['1234567890123456789', 1]],
    ['1234567890123456789', '1234567890123456789'],
    [
      '{"a":1,"text":"1234567890123456789 likes, \\"12345678901234567\\""}',
      { a: 1, text: '1234567890123456789 likes, "12345678901234567"' },
    ],
    ['{"text":"ends in a backslash \\\\","id":12345678901234567}', { text: 'ends in a backslash \\', id: '12345678901234567' }],
    ['{"share":0.1234567890123456789}', { share: Number('0.1234567890123456789') }],
    ['{"big":12345678901234567890e3}', { big: Number('12345678901234567890e3') }],
    ['{"n":123456789012345}', { n: 123456789012345 }],
  ])('%s', (text, expected) => expect(parseJson(text)).toEqual(expected));

  test('every id of 16 to 19 digits comes back digit by digit, wherever it stands', () => {
    const id = fc.bigInt({ min: 10n ** 15n, max: 10n ** 19n - 1n }).map(String);
    fc.assert(
      fc.property(id, fc.string(), (digits, words) => {
        const text = `{"words":${JSON.stringify(words)},"list":[${digits}, ${digits}],"deep":{"id":\n${digits}}}`;
        expect(parseJson(text)).toEqual({ words, list: [digits, digits], deep: { id: digits } });
      }),
    );
  });

  test('among words that look like JSON themselves, as an engine that tells each number’s own text would have it', () => {
    const digits = fc.stringMatching(/^-?[1-9][0-9]{13,20}$/);
    const sign = fc.constantFrom(
      '"',
      '\\',
      ':',
      ',',
      '[',
      ']',
      '{',
      '}',
      ' ',
      '\n',
      'a',
      '_',
      '.',
      'e5',
      '1234567890123456',
      '-9876543210987654',
    );
    const words = fc.array(sign, { maxLength: 8 }).map((signs) => JSON.stringify(signs.join('')));
    const { json } = fc.letrec<{ json: string }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        words,
        digits,
        fc.constantFrom('null', '0', '1.5', '12345678901234567.5', '1234567890123456e2', '""'),
        fc.array(tie('json'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
        fc
          .array(fc.tuple(words, tie('json')), { maxLength: 4 })
          .map((pairs) => `{${pairs.map(([key, value]) => `${key} : ${value}`).join(',\n')}}`),
      ),
    }));
    const exact = (text: string) =>
      JSON.parse(text, ((_key: string, value: unknown, context: { source?: string }) =>
        typeof value === 'number' && /^-?[1-9]\d{15,}$/.test(context.source ?? '') ? context.source : value) as never);
    fc.assert(
      fc.property(json, (text) => {
        expect(parseJson(text)).toEqual(exact(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever JSON.parse takes without long numbers is taken unchanged', () => {
    fc.assert(
      fc.property(
        fc.json().filter((text) => !/\d{16}/.test(text)),
        (text) => {
          expect(parseJson(text)).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('whatever JSON.parse refuses is refused', () => {
    const spoilt = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('0', '"', '{', ',', '1234567890123456')).map(([text, place, sign]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + sign + text.slice(at);
    });
    const isTaken = (parse: (text: string) => unknown, text: string) => {
      try {
        parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(spoilt, (text) => {
        expect(isTaken(parseJson, text), text).toBe(isTaken(JSON.parse, text));
      }),
      { numRuns: 500 },
    );
    expect(() => parseJson('{"id":0123456789012345678}')).toThrow(SyntaxError);
  });

  test('one very long string beside a long number', () => {
    const words = 'kampanye \\" '.repeat(700_000);
    expect(parseJson(`{"id":12345678901234567,"words":"${words}"}`)).toMatchObject({ id: '12345678901234567' });
  });
});

describe('a text that looks whole', () => {
  test.each(['{}', '[]', ' {"a":1} \n', 'for (;;);{"a":1}', '  for(;;);\n[1]', '{"a":1}\n{"b":2}'])('%j', (text) => {
    expect(looksWhole(text)).toBe(true);
  });
  test.each(['', ' ', '{', '{"a":1', '{"a":[1]', '[{"a":1}', '"a":1}', '<html>{}', 'for (;;);', 'null', '{"a":1} x'])(
    '%j does not',
    (text) => {
      expect(looksWhole(text)).toBe(false);
    },
  );
});

describe('several documents', () => {
  test('behind a guard', () => {
    expect(parseJsonDocuments('for (;;);{"a":1}')).toEqual({ documents: [{ a: 1 }], broken: 0 });
    expect(parseJsonDocuments('  for(;;);{"a":1}')).toEqual({ documents: [{ a: 1 }], broken: 0 });
    expect(parseJsonDocuments('for (;;);{"a":1}\nfor (;;);{"b":12345678901234567}\n')).toEqual({
      documents: [{ a: 1 }, { b: '12345678901234567' }],
      broken: 0,
    });
  });
  test('CR LF and blank lines between them', () => {
    expect(parseJsonDocuments('{"a":1}\r\n\r\n{"b":2}\r\n')).toEqual({ documents: [{ a: 1 }, { b: 2 }], broken: 0 });
  });
  test('nothing is no document and nothing broken', () => {
    expect(parseJsonDocuments('')).toEqual({ documents: [], broken: 0 });
    expect(parseJsonDocuments('\n \n')).toEqual({ documents: [], broken: 0 });
  });
  test('a payload cut anywhere gives its whole lines, and says that the last one is lost', () => {
    const lines = ['{"data":{"id":61550000000000123}}', '{"label":"x","data":{"text":"a } b"}}', '{"label":"y","data":[1,2]}'];
    const whole = lines.join('\n');
    for (let length = 1; length < whole.length; length++) {
      const cut = whole.slice(0, length);
      const { documents, broken } = parseJsonDocuments(cut);
      const kept = cut.split('\n');
      const last = kept.at(-1) ?? '';
      const isWhole = last === '' || lines.includes(last);
      expect({ length, count: documents.length, broken }).toEqual({
        length,
        count: kept.filter((line) => lines.includes(line)).length,
        broken: isWhole ? 0 : 1,
      });
    }
  });
});

describe('looking into parsed values', () => {
  test('only own keys are walked', () => {
    expect(at({ a: [{ b: 1 }] }, 'a', 0, 'b')).toBe(1);
    expect(at({ a: 1 }, 'a', 'b')).toBeUndefined();
    expect(at({}, 'constructor')).toBeUndefined();
    expect(at({}, '__proto__')).toBeUndefined();
    expect(at(null, 'a')).toBeUndefined();
    expect(at('text', 'length')).toBeUndefined();
  });
  test('toObject', () => {
    expect([toObject(null), toObject([]), toObject('a'), toObject(1), toObject(undefined)]).toEqual([null, null, null, null, null]);
    expect(toObject({ a: 1 })).toEqual({ a: 1 });
  });
  test('toText never gives a rounded number', () => {
    expect(toText('1')).toBe('1');
    expect(toText(0)).toBe('0');
    for (const value of ['', null, undefined, {}, [], true, 1.5, Number.NaN, 2 ** 53, 2 ** 60]) expect(toText(value)).toBeNull();
  });
});
