// The small text files of a bag: manifests and bag-info (RFC 8493), written and strictly read.

/** Names that survive every file system, shell and manifest unchanged. */
export const NAME = /^[A-Za-z0-9_][A-Za-z0-9/_.-]*$/;

/** Whether a relative path is safe to list and to unpack: plain letters, no step upwards, no empty part, at most 200 characters. */
export function isSafeName(name: string): boolean {
  return name.length <= 200 && NAME.test(name) && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Lines as sha256sum writes and reads them, in order of name. */
export function toManifest(hashes: ReadonlyMap<string, string>): string {
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, hash]) => `${hash}  ${name}\n`)
    .join('');
}

/** Name to hash; null where the text is not exactly what `toManifest` writes: no second spelling, no doubled or unsafe name. */
export function parseManifest(text: string): Map<string, string> | null {
  const hashes = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, hash = '', name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!isSafeName(name) || hashes.has(name)) return null;
    hashes.set(name, hash);
  }
  return toManifest(hashes) === text ? hashes : null;
}

/** "Label: value" lines; whatever would start a new line in a value becomes a blank. */
export function toBagInfo(fields: readonly (readonly [label: string, value: string])[]): string {
  const lines = fields.map(
    ([label, value]) =>
      `${label}: ${value
        .toWellFormed()
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim()}\n`,
  );
  return lines.join('');
}

/** Label to value; a label's last value counts. */
export function parseBagInfo(text: string): Map<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, label, value] = /^([A-Za-z-]+): (.*)$/.exec(line) ?? [];
      return label === undefined || value === undefined ? [] : [[label, value] as const];
    }),
  );
}
