// node src/cli/regions.ts: writes src/regions/data.ts anew from the package idn-area-data, whose data are under the Open Database License.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectFolder, runTool } from './steps.ts';

const folder = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };

/** Rows of a file as code and name. The files quote a name only where it holds a quote sign, and no name holds a comma. */
function read(file: string): [code: string, name: string][] {
  const [, ...lines] = readFileSync(join(folder, 'data', `${file}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => {
    const cells = line.split(',');
    const name = (cells.at(-1) ?? '').replace(/^"(.*)"$/, '$1').replaceAll('""', '"');
    if (!/^\d{2}(\.\d{2}){0,2}$/.test(cells[0] ?? '') || name === '' || /[|;:\\`$]/.test(name)) throw new Error(`${file}.csv: ${line}`);
    return [cells[0] ?? '', name];
  });
}

const under = (rows: readonly [string, string][], code: string) =>
  rows.filter(([one]) => one.startsWith(`${code}.`) && one.length === code.length + 3);
const [provinces, regencies, districts] = [read('provinces'), read('regencies'), read('districts')];
const last = (code: string) => code.slice(-2);
// One line for each province: 11Aceh;01Kabupaten Aceh Selatan:01Bakongan:02Kluet Utara;02…
const lines = provinces.map(([code, name]) =>
  [
    `${code}${name}`,
    ...under(regencies, code).map(([regency, named]) =>
      [`${last(regency)}${named}`, ...under(districts, regency).map(([district, of]) => `${last(district)}${of}`)].join(':'),
    ),
  ].join(';'),
);
const kept = lines.join(';').split(/[;:]/).length;
if (kept !== provinces.length + regencies.length + districts.length) throw new Error('a region without its parent');

const text = `// Made by src/cli/regions.ts; not to be edited by hand.
// Contains information from idn-area-data, which is made available under the Open Database License (ODbL) 1.0:
// https://opendatacommons.org/licenses/odbl/1-0/ . This file, a database made from it, is under the same licence.

export const ABOUT = {
  /** Codes of the ministry of home affairs; those of BPS differ in Papua. */
  scheme: 'kemendagri',
  /** Which set of the codes. */
  snapshot: 'idn-area-data ${version}; Kepmendagri 300.2.2-2138/2025',
  licence: 'ODbL-1.0',
  notice: 'Memuat keterangan dari idn-area-data, yang tersedia menurut Open Database License (ODbL) 1.0.',
  licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
} as const;

/** One province a line: code and name; its regencies after ";"; their districts after ":". */
export const LINES: readonly string[] = ${JSON.stringify(lines)};
`;
writeFileSync(join(projectFolder, 'src/regions/data.ts'), text);
runTool('biome', ['format', '--write', 'src/regions/data.ts']);
process.stdout.write(`${provinces.length} provinsi, ${regencies.length} kabupaten/kota, ${districts.length} kecamatan\n`);
