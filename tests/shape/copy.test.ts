// What people are called. An account's act is told; that it was wrong is for others to find, after hearing the person.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesOf, textOf } from './sources.ts';

/** Words that find somebody guilty. "Dugaan pelanggaran" speaks of an allegation; "pelanggar" of a person. */
const ACCUSING =
  /\b(pelanggar|pelaku|terbukti|bersalah|tersangka|terdakwa|oknum|kejahatan|violators?|offenders?|culprits?|perpetrators?|guilty|suspects?)\b/i;
const NOT_ALLEGED = /(?<!dugaan |indikasi )\bpelanggaran\b/i;

const shown = [
  ...filesOf('src/ui'),
  ...filesOf('src/report'),
  ...filesOf('entrypoints'),
  'src/browser/toolbar.ts',
  'src/evidence/chain.ts',
].filter((path) => /\.(ts|svelte|html)$/.test(path));

/** Every text of a file that somebody could read on a screen or in a bundle: comments are left out. */
function textsOf(path: string): string[] {
  const text = textOf(path);
  const code = path.endsWith('.ts') ? text : [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, inner]) => inner).join('\n');
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  if (!path.endsWith('.ts')) texts.push(text.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, ''));
  return texts;
}

/** Every message of the browser's own dialogs, by language. */
const locales = ['id', 'en'].map((language) => {
  const messages = JSON.parse(textOf(`assets/_locales/${language}/messages.json`)) as Record<string, { message: string }>;
  return [language, messages] as const;
});

test('nobody is called guilty', () => {
  const all = [
    ...shown.flatMap((path) => textsOf(path).map((text) => [path, text] as const)),
    ...locales.flatMap(([language, messages]) => Object.values(messages).map(({ message }) => [`_locales/${language}`, message] as const)),
  ];
  expect(all.length).toBeGreaterThan(500);
  expect(
    all.filter(([, text]) => ACCUSING.test(text) || NOT_ALLEGED.test(text)).map(([path, text]) => `${path}: ${text.slice(0, 120)}`),
  ).toEqual([]);
});

test('this check sees what it is for', () => {
  for (const bad of ['Daftar pelanggar', 'Pelaku: Dewi', 'Ini pelanggaran', 'ASN yang terbukti', 'Guilty'])
    expect(ACCUSING.test(bad) || NOT_ALLEGED.test(bad), bad).toBe(true);
  for (const good of ['dugaan pelanggaran netralitas', 'akun yang diduga', 'Temuan', 'membuktikan bahwa berkas utuh'])
    expect(ACCUSING.test(good) || NOT_ALLEGED.test(good), good).toBe(false);
});

test('the browser’s own texts are there in both languages', () => {
  const [[, indonesian], [, english]] = locales as [(typeof locales)[0], (typeof locales)[0]];
  expect(Object.keys(english).sort()).toEqual(Object.keys(indonesian).sort());
  for (const [language, messages] of locales)
    for (const [key, { message }] of Object.entries(messages)) expect(message.trim(), `${language} ${key}`).not.toBe('');
  const used = [
    ...textOf('wxt.config.ts').matchAll(/__MSG_(\w+)__/g),
    ...textOf('src/browser/toolbar.ts').matchAll(/getMessage\('(\w+)'\)/g),
  ];
  expect(used.map(([, key]) => key).filter((key) => key === undefined || !(key in indonesian))).toEqual([]);
  expect(Object.keys(indonesian).filter((key) => !used.some(([, one]) => one === key))).toEqual([]);
});

test('every page of ours is written in Indonesian first', () => {
  const pages = filesOf('entrypoints').filter((path) => path.endsWith('.html'));
  expect(pages.filter((path) => !/<html lang="id"/.test(textOf(path)))).toEqual([]);
});
