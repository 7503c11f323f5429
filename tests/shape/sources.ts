// The repository's own files, as the shape tests see them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export const top = join(import.meta.dirname, '../..');

/** What is made here and not kept. */
const MADE = new Set(['node_modules', '.git', '.output', '.wxt', 'out']);

/** Every file below a folder, by its path from the top, with forward slashes. */
export function filesOf(folder: string): string[] {
  return readdirSync(join(top, folder)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (MADE.has(name)) return [];
    return statSync(join(top, path)).isDirectory() ? filesOf(path) : [path];
  });
}

export const textOf = (path: string) => readFileSync(join(top, path), 'utf8');

/** The code of a file: of a component, what stands in its script blocks. */
export function codeOf(path: string): string {
  const text = textOf(path);
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n');
}

export interface Import {
  readonly from: string;
  /** A path from the top, or the name of a package. */
  readonly to: string;
  readonly isOurs: boolean;
}

/** What a file imports, types included. */
export function importsOf(path: string): Import[] {
  return ts.preProcessFile(codeOf(path), true, true).importedFiles.map(({ fileName }) => toImport(path, fileName));
}

/** What has to be loaded before a file can run: its imports without those of types. */
export function loadedBy(path: string): Import[] {
  const { statements } = ts.createSourceFile(path, codeOf(path), ts.ScriptTarget.Latest);
  return statements.flatMap((one) => {
    const isLoaded =
      (ts.isImportDeclaration(one) && one.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) ||
      (ts.isExportDeclaration(one) && !one.isTypeOnly);
    const name = isLoaded ? one.moduleSpecifier : undefined;
    return name !== undefined && ts.isStringLiteral(name) ? [toImport(path, name.text)] : [];
  });
}

function toImport(from: string, name: string): Import {
  const isOurs = name.startsWith('.');
  return { from, to: isOurs ? relative(top, join(top, dirname(from), name)).replaceAll('\\', '/') : name, isOurs };
}

export const exists = (path: string) => existsSync(join(top, path));
