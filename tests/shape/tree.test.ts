// Where things lie, and how they are called.
import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { codeOf, exists, filesOf, textOf, top } from './sources.ts';

const TOP = ['package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts', 'README.md', 'LICENSE'];
const FOLDERS = ['entrypoints', 'src', 'assets', 'tests'];
const MADE = ['node_modules', 'out'];
/** Named after their files alone, these would say nothing; under such names everything gathers. */
const EMPTY_NAMES = /^(utils?|helpers?|common|shared|misc|manager|service|base|types)$/i;

const code = [...filesOf('src'), ...filesOf('entrypoints')].filter((path) => /\.(ts|svelte|mjs|css|html)$/.test(path));
const tests = filesOf('tests').filter((path) => !path.startsWith('tests/cases/'));

test('the top level holds what was agreed, and nothing else', () => {
  const found = readdirSync(top).filter((name) => !name.startsWith('.'));
  expect(found.filter((name) => ![...TOP, ...FOLDERS, ...MADE].includes(name) && !name.endsWith('.log'))).toEqual([]);
  expect([...TOP, ...FOLDERS].filter((name) => name !== 'README.md' && !exists(name))).toEqual([]);
});

test('no file is longer than can be read in one go', () => {
  // One function that must be self-contained: it runs in the page's own world and may call nothing that the page could replace.
  const LONGER: Readonly<Record<string, number>> = { 'src/flow/hook-wire.ts': 340 };
  const lines = (path: string) => textOf(path).split('\n').length - 1;
  expect(code.filter((path) => lines(path) > (LONGER[path] ?? 300)).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
  expect(filesOf('entrypoints').filter((path) => lines(path) > 80)).toEqual([]);
});

test('names say what is inside', () => {
  const parts = [...code, ...tests].flatMap((path) => path.split('/').map((part) => [part.replace(/\..*$/, ''), path] as const));
  expect(parts.filter(([part]) => EMPTY_NAMES.test(part)).map(([, path]) => path)).toEqual([]);
  const odd = code.filter((path) => !/\.svelte$/.test(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(path.split('/').at(-1) ?? ''));
  expect(odd).toEqual([]);
});

test('exports have names', () => {
  const unnamed = code.filter((path) => path.startsWith('src/') && path.endsWith('.ts') && /^export default/m.test(codeOf(path)));
  expect(unnamed).toEqual([]);
});

test('nothing is left unfinished, and no path of somebody’s computer stays behind', () => {
  const marks = new RegExp(['TO', 'DO\\b|FIX', 'ME\\b|\\bXX', 'X\\b'].join(''));
  const paths = /(?:^|["'`\s(])(?:\/(?:home|root|Users|work|tmp)\/|[A-Z]:\\)/m;
  const all = [...code, ...tests, ...filesOf('assets'), 'wxt.config.ts', 'package.json', 'tsconfig.json'].filter(
    (path) => /\.(ts|svelte|mjs|css|html|json|csv|md)$/.test(path) && path !== 'tests/shape/tree.test.ts',
  );
  expect(all.filter((path) => marks.test(textOf(path)))).toEqual([]);
  expect(all.filter((path) => paths.test(textOf(path)))).toEqual([]);
});

/** Every field of an object or interface that is exported, with whether something is said of it. */
function fieldsOf(path: string): { name: string; isSaid: boolean }[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  const isSaidOf = (node: ts.Node) =>
    (ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []).some(({ pos }) => source.text.startsWith('/**', pos));
  const fields: { name: string; isSaid: boolean }[] = [];
  const visit = (node: ts.Node, isUnder: boolean, name: string): void => {
    if (ts.isObjectLiteralExpression(node) || ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) {
      const members: readonly ts.Node[] = ts.isObjectLiteralExpression(node) ? node.properties : node.members;
      // A comment also speaks for the lines below it, up to the next one: "width and height, in pixels".
      let isGroup = isUnder;
      for (const member of members) {
        const own = `${name}.${(member as ts.PropertyAssignment).name?.getText() ?? ''}`;
        isGroup ||= isSaidOf(member);
        fields.push({ name: own, isSaid: isGroup });
        ts.forEachChild(member, (child) => visit(child, isGroup, own));
      }
      return;
    }
    ts.forEachChild(node, (child) => visit(child, isUnder, name));
  };
  for (const statement of source.statements) {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.isFunctionDeclaration(statement)) continue;
    const name = ts.isVariableStatement(statement)
      ? (statement.declarationList.declarations[0]?.name.getText() ?? '')
      : ((statement as ts.InterfaceDeclaration).name?.getText() ?? '');
    visit(statement, isSaidOf(statement), name);
  }
  return fields;
}

test('what the model’s fields mean is written where they are: these are the words of a legal record', () => {
  const files = filesOf('src/model').filter((path) => path.endsWith('.ts'));
  const silent = files.flatMap((path) => fieldsOf(path).flatMap(({ name, isSaid }) => (isSaid ? [] : [`${path} ${name}`])));
  expect(silent).toEqual([]);
});
