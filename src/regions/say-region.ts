// A region as one line that names no other one: many districts bear their regency's name, and some that of another.
import type { Region } from '../model/registry.ts';

const LEVELS = ['Prov.', '', 'Kec.'] as const;

/** "Kec. Cisaat, Kab. Sukabumi, Prov. Jawa Barat". @param parents from the nearest to the province; none where they are not known */
export function sayRegion(region: Region, parents: readonly Region[] = []): string {
  return [region, ...parents].map(sayOne).join(', ');
}

/** Whether a region's own name already says which one it is. */
export function isWholeName({ code, name }: Region): boolean {
  return code.length < 8 || name.startsWith('Kec. ');
}

function sayOne({ code, name }: Region): string {
  const level = LEVELS[code.split('.').length - 1] ?? '';
  const plain = name.replace(/^Kabupaten /, 'Kab. ');
  return level === '' || plain.startsWith(level) ? plain : `${level} ${plain}`;
}
