// A browser writes into its own files what is typed into a page, so that a window can be opened again as it was: in the clear, whatever
// lock there is on the evidence. Tried in Firefox 153 and Chromium 156 (2026-11); a field that says autocomplete="off" is left out.
import { expect, test } from 'vitest';
import { filesOf, textOf } from './sources.ts';

/** Beginning and attributes of every element of these names; braces and quotes may hold ">". */
function tagsIn(text: string): string[] {
  return [...text.matchAll(/<(?:textarea|input)\b/g)].map(({ index }) => {
    let depth = 0;
    let at = index;
    for (; at < text.length && !(depth === 0 && text[at] === '>'); at++) depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
    return text.slice(index, at);
  });
}

const isForWords = (tag: string) => {
  const type = /\btype=(?:"([a-z]+)"|\{)/.exec(tag);
  return !/^(?:checkbox|radio|file|number|date|password)$/.test(type?.[1] ?? 'text');
};

test('no browser is asked to remember what is typed into a field', () => {
  const fields = filesOf('src/ui').flatMap((file) => (file.endsWith('.svelte') ? tagsIn(textOf(file)) : []).map((tag) => ({ file, tag })));
  const forWords = fields.filter(({ tag }) => isForWords(tag));
  expect(forWords.length).toBeGreaterThan(40);
  expect(forWords.filter(({ tag }) => !/\bautocomplete=(?:"off"|\{shown \? 'off')/.test(tag))).toEqual([]);
});
